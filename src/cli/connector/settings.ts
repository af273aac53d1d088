import type { Settings } from '../../connector/index.ts';
import { readDemo } from '../run-demo.ts';

/** The environment's settings; where it has none of systems, those of the simulated city that runs on this machine. */
export async function findSystemSettings(wanted: readonly string[]): Promise<Settings> {
  if (wanted.some((name) => process.env[name])) return process.env;
  try {
    const demo = JSON.parse(await readDemo(['environment'])) as Settings;
    // Or somebody takes a simulated system for his own.
    console.error('No setting of this system is set here: asking the simulated city that runs on this machine.');
    return { ...demo, ...process.env };
  } catch {
    return process.env;
  }
}
