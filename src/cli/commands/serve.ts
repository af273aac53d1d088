import { runHub } from '../../main.ts';
import type { Run } from '../command.ts';

export const runServe: Run = async () => {
  await runHub(process.env, { isProduction: true, onReady: ({ url }) => console.log(`The hub answers at ${url}`) });
  // The process ends by a signal.
  return new Promise<number>(() => {});
};
