/** Tells whether a concrete type is, or implements or belongs to, another. */
export type IsSubtype = (typeName: string, conditionName: string) => boolean;

/** Tells of a value's `__typename` whether a type condition holds; asks the schema once per type name. */
export type TypeTest = (typeName: unknown) => boolean;

/** Creates the test of a type condition that names one type or several. */
export function createTypeTest(conditions: readonly string[], isSubtype: IsSubtype): TypeTest {
  const known = new Map<unknown, boolean>(conditions.map((name) => [name, true]));
  return (typeName) => {
    const answer = known.get(typeName);
    if (answer !== undefined) return answer;
    if (typeof typeName !== 'string') return false;
    const holds = conditions.some((condition) => isSubtype(typeName, condition));
    // Only names that the schema knows are kept: a subgraph could give any others without end.
    if (holds) known.set(typeName, holds);
    return holds;
  };
}
