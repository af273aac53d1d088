import {
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { HubError } from '../../base/hub-error.ts';
import { OWNER } from '../../base/owner.ts';
import { converters } from '../converters/index.ts';
import { suggest } from '../problem.ts';
import { compileField, type FieldScope, objectTypeOf } from './compile-field.ts';
import { type FieldReader, mapValue } from './mapping.ts';

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
  /** `Type.field` of everything that a row fills, inner objects included. */
  readonly fills: readonly string[];
  /** `parent`: whoever the record was asked for. `mapped`: the row says so, and it must be whom it was asked for. */
  readonly ownership: 'parent' | 'mapped' | 'none';
  /** @throws HubError OPD_BAD_ANSWER when the row belongs to somebody else. */
  map(row: unknown, answer: unknown, source: SourceValue, expectedOwner: string | undefined): MappedRecord;
}

type Node =
  | { readonly key: string; readonly reader: FieldReader }
  | { readonly key: string; readonly type: string; readonly children: Node[] };
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
  const nodes: Node[] = [];
  for (const [target, expression] of Object.entries(mappings)) {
    if (target !== 'owner') addNode(scope, nodes, type, target, expression);
  }
  const owner = compileOwner(scope, typeName, mappings.owner);
  const sourceKeys = Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name === 'Source')
    .map((field) => field.name);
  return {
    typeName,
    fields: new Set([...nodes.map((node) => node.key), ...sourceKeys]),
    fills: [...listFilled(nodes, typeName), ...sourceKeys.map((key) => `${typeName}.${key}`)],
    ownership: owner === 'parent' ? 'parent' : owner ? 'mapped' : 'none',
    map: (row, answer, source, expected) => {
      const whose = owner === 'parent' || !owner ? expected : ownerOf(owner, row, answer, expected, at);
      const record = mapNodes(nodes, row, answer, at, whose) as MappedRecord;
      for (const key of sourceKeys) record[key] = source;
      return record;
    },
  };
}

function addNode(
  scope: FieldScope,
  nodes: Node[],
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
      if (!isLeafType(getNamedType(field.type))) {
        scope.report.add(
          at,
          `${type.name}.${key} is an object: fill its fields, for example ${target}.${Object.keys((getNamedType(field.type) as GraphQLObjectType).getFields())[0]}`,
        );
        return;
      }
      const reader = compileField(scope, expression, field.type, `${type.name}.${key}`, at);
      if (reader) into.push({ key, reader });
      return;
    }
    const inner = objectTypeOf(field.type);
    if (!inner) {
      scope.report.add(at, `${type.name}.${key} is not an object, so it has no "${keys[index + 1]}"`);
      return;
    }
    let node = into.find((one): one is Extract<Node, { children: Node[] }> => one.key === key && 'children' in one);
    if (!node) {
      node = { key, type: inner.name, children: [] };
      into.push(node);
    }
    into = node.children;
    type = inner;
  }
}

function listFilled(nodes: readonly Node[], typeName: string): string[] {
  return nodes.flatMap((node) => [
    `${typeName}.${node.key}`,
    ...('children' in node ? listFilled(node.children, node.type) : []),
  ]);
}

function compileOwner(
  scope: FieldScope,
  typeName: string,
  expression: string | undefined,
): FieldReader | 'parent' | undefined {
  if (expression === undefined || expression === 'parent') return expression;
  const at = ['records', typeName, 'owner'];
  if (!/\|\s*nik\s*$/.test(expression)) {
    scope.report.add(at, 'an owner is a NIK', 'write: owner: <path> | nik, or owner: parent');
    return undefined;
  }
  const nik = converters.get('nik')?.create([], scope);
  const [path = ''] = expression.split('|');
  const reader = compileField(scope, `${path.trim()} | text`, GraphQLString, `${typeName}.owner`, at);
  return reader && nik && { ...reader, convert: nik };
}

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

/** Maps a row; an inner object all of whose fields are null is null itself. */
function mapNodes(
  nodes: readonly Node[],
  row: unknown,
  answer: unknown,
  at: At,
  owner: string | undefined,
): MappedRecord {
  const record: MappedRecord = {};
  if (owner !== undefined) record[OWNER] = owner;
  for (const node of nodes) {
    if ('reader' in node) record[node.key] = mapValue(node.reader, row, answer, at);
    else {
      const inner = mapNodes(node.children, row, answer, at, owner);
      record[node.key] = Object.values(inner).every((value) => value === null) ? null : inner;
    }
  }
  return record;
}
