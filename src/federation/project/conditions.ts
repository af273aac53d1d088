import { type DirectiveNode, Kind } from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** Decides from the variables whether a selection is part of the answer; undefined means always. */
export type Condition = ((variables: Variables) => boolean) | undefined;

const never: Condition = () => false;

/** Compiles `@skip` and `@include` of one selection. */
export function compileCondition(directives: readonly DirectiveNode[] | undefined): Condition {
  let condition: Condition;
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const wanted = name === 'include';
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) condition = never;
    if (value?.kind === Kind.VARIABLE) {
      const variable = value.name.value;
      condition = both(condition, (variables) => variables[variable] === wanted);
    }
  }
  return condition;
}

export function both(left: Condition, right: Condition): Condition {
  if (!left || !right) return left ?? right;
  return (variables) => left(variables) && right(variables);
}

/** One of several selections of the same field is enough; one that is unconditional makes all of it so. */
export function either(conditions: readonly Condition[]): Condition {
  const real: ((variables: Variables) => boolean)[] = [];
  for (const condition of conditions) {
    if (!condition) return undefined;
    real.push(condition);
  }
  return real.length === 1 ? real[0] : (variables) => real.some((condition) => condition(variables));
}
