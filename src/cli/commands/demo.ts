import type { Run } from '../command.ts';
import { runDemo } from '../run-demo.ts';

export const runDemoCommand: Run = (args) => runDemo(args);
