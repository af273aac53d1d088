import { converters } from '../../converters/index.ts';

/** Values that systems write where there is none. */
export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && /^[\s-]*$/.test(value));

const SCOPE = {
  findCodeTable: () => undefined,
  findRule: () => undefined,
  opds: { systems: [], findCode: () => undefined, findOpd: () => undefined },
  clock: { now: () => 0 },
};

/** What a converter, as it is written in a connector file, makes of a value; undefined when it refuses it. */
export function tryConvert(pipe: string, value: unknown): unknown {
  const [name = '', ...args] = pipe.split(' ');
  try {
    return converters.get(name)?.create(args, SCOPE)(value);
  } catch {
    // Refusing is how a converter says that it is not the one.
    return undefined;
  }
}

/** Whether a converter takes every value that there is, and makes something of at least one. */
export function convertsAll(pipe: string, values: readonly unknown[]): boolean {
  const present = values.filter((value) => !isBlank(value));
  const made = present.map((value) => tryConvert(pipe, value));
  return made.every((one) => one !== undefined) && made.some((one) => one !== null);
}
