import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { capAmount } from '../amount.ts';
import { type Cost, type CostRun, evaluateCost } from './cost.ts';

/** How long a list is taken to be that no argument bounds: citizens have a handful of permits, bills or complaints. */
export const ASSUMED_SIZE = 10;

const SLICING_ARGUMENTS: ReadonlySet<string> = new Set(['first', 'last', 'limit']);

/** The values that variables of an operation have when a request gives none. */
export type VariableDefaults = ReadonlyMap<string, unknown>;

/** Reads the default values of an operation's variables. */
export function readVariableDefaults({ variableDefinitions = [] }: OperationDefinitionNode): VariableDefaults {
  const withDefault = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return new Map(withDefault);
}

/**
 * Reads how many entries a field's slicing arguments allow: the largest of them, or the assumed size when all are
 * absent. Undefined for a field that declares none.
 */
export function findListSize(
  { args }: GraphQLField<unknown, unknown>,
  field: FieldNode,
  defaults: VariableDefaults,
): Cost | undefined {
  const declared = args.filter(({ name }) => SLICING_ARGUMENTS.has(name));
  if (declared.length === 0) return undefined;
  const sizes = declared.map((argument) => compileSize(argument, findValue(field, argument.name), defaults));
  const largest = (run: CostRun): number => Math.max(...sizes.map((size) => evaluateCost(size, run))) || ASSUMED_SIZE;
  const isConstant = sizes.every((size) => typeof size === 'number');
  return isConstant ? largest({ variables: {}, known: new Map() }) : largest;
}

function findValue(field: FieldNode, name: string): ValueNode | undefined {
  return field.arguments?.find((argument) => argument.name.value === name)?.value;
}

/** The size that one argument allows; nothing is what an absent one says. */
function compileSize(argument: GraphQLArgument, value: ValueNode | undefined, defaults: VariableDefaults): Cost {
  const absent = argument.defaultValue === undefined ? 0 : asSize(argument.defaultValue);
  if (!value) return absent;
  if (value.kind !== Kind.VARIABLE) return asSize(valueFromASTUntyped(value));
  const name = value.name.value;
  const fallback = defaults.has(name) ? asSize(defaults.get(name)) : absent;
  return ({ variables }) => {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return given === undefined ? fallback : asSize(given);
  };
}

/** Never under 1, so that a list of nothing does not make all below it free; no number at all is the assumed size. */
function asSize(value: unknown): number {
  // Scalars for large numbers take them as text.
  const size = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof size !== 'number' || !(size >= 0)) return ASSUMED_SIZE;
  return capAmount(Math.max(1, Math.ceil(size)));
}
