import type { Run } from '../command.ts';
import { runDemo } from '../run-demo.ts';

export const runToken: Run = (args) => runDemo(['token', ...args]);
