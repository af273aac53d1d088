import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

// What takes half an hour: worker processes killed twenty times over a million rows.
export default mergeConfig(base, defineConfig({ test: { env: { HUB_TESTS_LONG: '1' } } }));
