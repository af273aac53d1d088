/** Reads one place of an answer; undefined when the answer has no such place. */
export type Read = (value: unknown) => unknown;

const STEP = /^([^.[\]]+)|^\[(\d+)\]/;

/** Compiles a dotted path such as `content[0].NIK`; undefined when it is not one. */
export function compilePath(path: string): Read | undefined {
  const steps: (string | number)[] = [];
  let rest = path;
  if (path.endsWith('.')) return undefined;
  while (rest !== '') {
    if (steps.length > 0 && rest.startsWith('.')) rest = rest.slice(1);
    const match = STEP.exec(rest);
    if (!match) return undefined;
    steps.push(match[1] ?? Number(match[2]));
    rest = rest.slice(match[0].length);
  }
  const [only] = steps;
  if (only === undefined) return undefined;
  if (steps.length === 1) return (value) => readStep(value, only);
  return (value) => {
    let current = value;
    for (const step of steps) current = readStep(current, step);
    return current;
  };
}

function readStep(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string | number, unknown>)[step];
}
