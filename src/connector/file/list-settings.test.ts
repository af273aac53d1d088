import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listConnectorSettings } from './list-settings.ts';

const root = join(import.meta.dirname, '../../../connectors');

describe('the settings of connectors', () => {
  it('are those of all OPDs, each once', () => {
    const names = listConnectorSettings(root);
    expect(names).toContain('DUKCAPIL_PASSWORD');
    expect(names).toContain('BPPRD_URL');
    expect(new Set(names).size).toBe(names.length);
  });

  it('are those of the OPDs that are served, when only some are', () => {
    expect(listConnectorSettings(root, ['bpprd'])).toEqual(['BPPRD_MERCHANT', 'BPPRD_URL']);
    expect(listConnectorSettings(root, ['bprd'])).toEqual([]);
  });
});
