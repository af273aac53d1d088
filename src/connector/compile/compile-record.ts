import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { HubError } from '../../base/hub-error.ts';
import { OWNER } from '../../base/owner.ts';
import { suggest } from '../problem.ts';
import { compileField, type FieldScope, objectTypeOf } from './compile-field.ts';
import { generateMapper } from './generate-mapper.ts';
import { readKey } from './keyed-rows.ts';
import { type FieldReader, mapValue } from './mapping.ts';
import { findPersonal } from './personal.ts';

/** Where a mapped record came from; one object serves all records of an answer. */
export interface SourceValue {
  readonly opd: string;
  readonly system: string;
  readonly mode: 'LIVE' | 'COPY';
  readonly asOf: string;
}

/** A record of the graph: its fields, and whose it is. */
export type MappedRecord = Record<string, unknown> & { [OWNER]?: string | undefined };

export interface CompiledRecord {
  readonly typeName: string;
  /** The fields of the graph that a row fills. */
  readonly fields: ReadonlySet<string>;
  /** Those of its fields that say where it came from. */
  readonly sourceKeys: ReadonlySet<string>;
  /** `Type.field` of everything that a row fills, inner objects included. */
  readonly fills: readonly string[];
  /** `parent`: whoever the record was asked for. `mapped`: the row says so, and it must be whom it was asked for. */
  readonly ownership: 'parent' | 'mapped' | 'none';
  /** What fills each of its fields, inner objects' behind a dot; and `owner` where the row says it. */
  readonly readers: ReadonlyMap<string, FieldReader>;
  /** Whether it reads `$key`, which only rows under names have. */
  readonly readsKey: boolean;
  /** The NIK that a row names as its owner; undefined when it names none that is one. */
  findOwner(row: unknown, answer: unknown): string | undefined;
  /** @throws HubError OPD_BAD_ANSWER when the row belongs to somebody else. */
  map(row: unknown, answer: unknown, source: SourceValue, expectedOwner: string | undefined): MappedRecord;
}

export type RecordNode =
  | { readonly key: string; readonly reader: FieldReader }
  | { readonly key: string; readonly type: string; readonly children: RecordNode[] };
type At = { readonly opd: string; readonly system: string };

/** Compiles `records.<Type>` of a connector file against the OPD's SDL. */
export function compileRecord(
  scope: FieldScope,
  schema: GraphQLSchema,
  typeName: string,
  mappings: Readonly<Record<string, string>>,
  at: At,
): CompiledRecord | undefined {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) {
    const known = Object.values(schema.getTypeMap()).filter((one) => isObjectType(one) && !one.name.startsWith('__'));
    scope.report.add(
      ['records', typeName],
      `schema.graphql has no type ${typeName}`,
      suggest(
        typeName,
        known.map((one) => one.name),
      ),
    );
    return undefined;
  }
  const nodes: RecordNode[] = [];
  for (const [target, expression] of Object.entries(mappings)) {
    if (target !== 'owner') addNode(scope, nodes, type, target, expression);
  }
  const owner = compileOwner(scope, typeName, mappings.owner);
  const personal = mappings.owner === undefined ? findPersonal(type, nodes) : undefined;
  if (personal)
    scope.report.add(['records', typeName], `${personal} is personal, and nothing says whose it is`, HOW_TO_OWN);
  const mapRow = generateMapper(nodes, at);
  const sourceKeys = Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name === 'Source')
    .map((field) => field.name);
  return {
    typeName,
    fields: new Set([...nodes.map((node) => node.key), ...sourceKeys]),
    sourceKeys: new Set(sourceKeys),
    fills: [...listFilled(nodes, typeName), ...sourceKeys.map((key) => `${typeName}.${key}`)],
    ownership: owner === 'parent' ? 'parent' : owner ? 'mapped' : 'none',
    readers: new Map([...listReaders(nodes), ...(owner && owner !== 'parent' ? [['owner', owner] as const] : [])]),
    readsKey: (owner !== 'parent' && owner?.read === readKey) || findsKey(nodes),
    findOwner: (row, answer) => {
      const whose = owner && owner !== 'parent' ? mapValue(owner, row, answer, at) : undefined;
      return typeof whose === 'string' ? whose : undefined;
    },
    map: (row, answer, source, expected) => {
      const whose = owner === 'parent' || !owner ? expected : ownerOf(owner, row, answer, expected, at);
      const record = mapRow(row, answer, whose);
      for (const key of sourceKeys) record[key] = source;
      return record;
    },
  };
}

function addNode(
  scope: FieldScope,
  nodes: RecordNode[],
  parent: GraphQLObjectType,
  target: string,
  expression: string,
): void {
  const at = ['records', parent.name, target];
  let type = parent;
  let into = nodes;
  const keys = target.split('.');
  for (const [index, key] of keys.entries()) {
    const field = type.getFields()[key];
    if (!field) {
      scope.report.add(
        at,
        `${type.name} has no field "${key}" in schema.graphql`,
        suggest(key, Object.keys(type.getFields())),
      );
      return;
    }
    if (index === keys.length - 1) {
      const coordinate = `${type.name}.${key}`;
      const mistake = whyNotFillable(field.type, coordinate, target);
      if (mistake) scope.report.add(at, mistake);
      const reader = mistake ? undefined : compileField(scope, expression, field.type, coordinate, at);
      // An inner object may be null as a whole, so what it promises is not looked at here.
      if (reader) into.push({ key, reader: { ...reader, isRequired: index === 0 && isNonNullType(field.type) } });
      return;
    }
    const inner = objectTypeOf(field.type);
    if (!inner) {
      scope.report.add(at, `${type.name}.${key} is not an object, so it has no "${keys[index + 1]}"`);
      return;
    }
    let node = into.find(
      (one): one is Extract<RecordNode, { children: RecordNode[] }> => one.key === key && 'children' in one,
    );
    if (!node) {
      node = { key, type: inner.name, children: [] };
      into.push(node);
    }
    into = node.children;
    type = inner;
  }
}

function whyNotFillable(type: GraphQLOutputType, coordinate: string, target: string): string | undefined {
  const named = getNamedType(type);
  if (isObjectType(named))
    return `${coordinate} is an object: fill its fields, for example ${target}.${Object.keys(named.getFields())[0]}`;
  if (!isLeafType(named)) return `${coordinate} is a ${named.name}, which no mapping fills`;
  const isList = isListType(isNonNullType(type) ? type.ofType : type);
  return isList ? `${coordinate} is a list, and a row fills single values only` : undefined;
}

function findsKey(nodes: readonly RecordNode[]): boolean {
  return nodes.some((node) => ('reader' in node ? node.reader.read === readKey : findsKey(node.children)));
}

function listFilled(nodes: readonly RecordNode[], typeName: string): string[] {
  return nodes.flatMap((node) => [
    `${typeName}.${node.key}`,
    ...('children' in node ? listFilled(node.children, node.type) : []),
  ]);
}

function listReaders(nodes: readonly RecordNode[], prefix = ''): (readonly [string, FieldReader])[] {
  return nodes.flatMap((node) =>
    'children' in node
      ? listReaders(node.children, `${prefix}${node.key}.`)
      : [[`${prefix}${node.key}`, node.reader] as const],
  );
}

function compileOwner(
  scope: FieldScope,
  typeName: string,
  expression: string | undefined,
): FieldReader | 'parent' | undefined {
  if (expression === undefined || expression === 'parent') return expression;
  const at = ['records', typeName, 'owner'];
  if (!/\|\s*nik\s*$/.test(expression)) {
    scope.report.add(at, 'an owner is a NIK', HOW_TO_OWN);
    return undefined;
  }
  return compileField(scope, expression, NIK, `${typeName}.owner`, at);
}

const NIK = new GraphQLScalarType({ name: 'NIK' });
const HOW_TO_OWN = 'write: owner: <path> | nik, or owner: parent';

function ownerOf(owner: FieldReader, row: unknown, answer: unknown, expected: string | undefined, at: At): string {
  const whose = mapValue(owner, row, answer, at);
  if (whose instanceof HubError) throw whose;
  if (typeof whose !== 'string' || (expected !== undefined && whose !== expected)) {
    throw new HubError(
      'OPD_BAD_ANSWER',
      `${at.opd}/${at.system} answered with a record that is not the citizen's who was asked for.`,
      {
        opd: at.opd,
        fix: 'Nothing of this answer was passed on. The OPD finds out why its system mixes up citizens.',
      },
    );
  }
  return whose;
}
