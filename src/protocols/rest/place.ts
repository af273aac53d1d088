/** A place in an answer, named by a path such as `data.list[0].next`; the empty path is the whole answer. */
export interface Place {
  /** Undefined when the answer has no such place. */
  read(answer: unknown): unknown;
  /** The answer with another value at the place, which must exist; changes the answer itself. */
  replace(answer: unknown, value: unknown): unknown;
}

const PATH = /^(?:(?:[^.[\]]+|\[\d+\])(?:\.[^.[\]]+|\[\d+\])*)?$/;

/** Compiles a path; undefined when it is not one. */
export function compilePlace(path: string): Place | undefined {
  if (!PATH.test(path)) return undefined;
  const steps = path.match(/[^.[\]]+/g) ?? [];
  const last = steps.at(-1);
  const above = steps.slice(0, -1);
  const read = (answer: unknown): unknown => steps.reduce(readStep, answer);
  return {
    read,
    replace: (answer, value) => {
      const parent = above.reduce(readStep, answer);
      if (last === undefined) return value;
      if (typeof parent === 'object' && parent !== null) (parent as Record<string, unknown>)[last] = value;
      return answer;
    },
  };
}

/** Reads a dotted path once; undefined when there is no such place. */
export function readPath(value: unknown, path: string): unknown {
  return path.split('.').reduce(readStep, value);
}

function readStep(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
}
