import { type Change, ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { ChangeLevel, SchemaChange } from './schema-change.ts';

// Long enough for any message but a description's full text, which the reviewer has in the diff.
const MAX_TEXT_CHARACTERS = 200;

const LEVELS: Readonly<Record<CriticalityLevel, ChangeLevel>> = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
};

/** Lists what changed for clients between two public schemas, each change once. */
export async function comparePublicSchemas(before: GraphQLSchema, after: GraphQLSchema): Promise<SchemaChange[]> {
  const changes = await diff(before, after);
  const additions = new Set(changes.filter(isAddition).map((change) => change.path));
  return changes
    .filter((change) => !isTold(change) && !isPartOfAddition(change, additions))
    .map((change) => {
      const isNowRequired = isDefaultChanged(change) && isRequired(after, change.path);
      const level = isNowRequired ? 'breaking' : LEVELS[change.criticality.level];
      return { level, text: write(change, isNowRequired) };
    });
}

function write({ path, message }: Change, isNowRequired: boolean): string {
  const place = path?.replace(/\.@deprecated$/, '') ?? 'schema';
  const text = `${place}: ${isNowRequired ? 'Its default value was removed: it must be given now' : message}`;
  const line = text.replace(/\s+/g, ' ');
  return line.length > MAX_TEXT_CHARACTERS ? `${line.slice(0, MAX_TEXT_CHARACTERS - 1)}…` : line;
}

function isAddition({ type }: Change): boolean {
  return type === ChangeType.TypeAdded || type === ChangeType.FieldAdded || type === ChangeType.InputFieldAdded;
}

/**
 * Whether it only describes something that was added and is told as a whole. The library's own rule for this,
 * simplifyChanges, is of no use: it also drops breaking changes, such as a new type of a field that has got a
 * description at the same time.
 */
function isPartOfAddition(change: Change, additions: ReadonlySet<string | undefined>): boolean {
  if (change.criticality.level !== CriticalityLevel.NonBreaking || change.path === undefined) return false;
  const steps = change.path.split('.');
  const above = steps.map((_, index) => steps.slice(0, index + 1).join('.'));
  if (isAddition(change)) above.pop();
  return above.some((path) => additions.has(path));
}

/** `@deprecated` is told in words of its own for fields and enum values, and a second time as a directive. */
function isTold({ type, path }: Change): boolean {
  const isOfDirective = String(type).startsWith('DIRECTIVE_USAGE_');
  if (!isOfDirective || !path?.includes('.@deprecated')) return false;
  return !(
    type === ChangeType.DirectiveUsageArgumentDefinitionAdded ||
    type === ChangeType.DirectiveUsageArgumentDefinitionRemoved ||
    type === ChangeType.DirectiveUsageInputFieldDefinitionAdded ||
    type === ChangeType.DirectiveUsageInputFieldDefinitionRemoved
  );
}

// The library calls every changed default dangerous, also the removed one that leaves a value which must be given.
function isDefaultChanged({ type }: Change): boolean {
  return type === ChangeType.FieldArgumentDefaultChanged || type === ChangeType.InputFieldDefaultValueChanged;
}

function isRequired(schema: GraphQLSchema, path = ''): boolean {
  const [typeName = '', fieldName = '', argumentName] = path.split('.');
  const type = schema.getType(typeName);
  if (isInputObjectType(type)) {
    const field = type.getFields()[fieldName];
    return field !== undefined && isRequiredInputField(field);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const argument = type.getFields()[fieldName]?.args.find(({ name }) => name === argumentName);
  return argument !== undefined && isRequiredArgument(argument);
}
