import { compilePath } from './path.ts';

/** Decides from an answer whether a condition of the connector file holds. */
export type Test = (answer: unknown) => boolean;

export type ConditionSpec = Readonly<Record<string, unknown>>;

/** Compiles `{ path: value | [values] | present }`, all of which must hold; the path that is none comes back as text. */
export function compileCondition(spec: ConditionSpec): Test | string {
  const tests: Test[] = [];
  for (const [path, wanted] of Object.entries(spec)) {
    const read = compilePath(path);
    if (!read) return path;
    if (wanted === 'present') tests.push((answer) => isPresent(read(answer)));
    else {
      const values = new Set((Array.isArray(wanted) ? wanted : [wanted]).map(String));
      tests.push((answer) => {
        const value = read(answer);
        return isPresent(value) && values.has(String(value));
      });
    }
  }
  const [only] = tests;
  return only && tests.length === 1 ? only : (answer) => tests.every((test) => test(answer));
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
