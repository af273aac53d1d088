import {
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Clock } from '../../base/clock.ts';
import type { LinkReader } from '../../ports/link-reader.ts';
import { suggest } from '../problem.ts';
import type { FieldResolver, Resolvers } from '../run/resolver.ts';
import type { CopyScope } from '../sync/compile-copy-rule.ts';
import { type CompiledFetch, compileFetch, type ResolveEntry } from './compile-fetch.ts';
import type { FieldScope } from './compile-field.ts';
import type { CompiledOperation } from './compile-operation.ts';
import type { CompiledRecord } from './compile-record.ts';
import type { Report } from './report.ts';

export interface ResolveScope {
  readonly report: Report;
  readonly fields: FieldScope;
  readonly schema: GraphQLSchema;
  readonly clock: Clock;
  readonly links: LinkReader;
  readonly operations: ReadonlyMap<string, CompiledOperation>;
  readonly resolvers: Resolvers;
  readonly copyScope: CopyScope;
  /** Whether an operation stands in the file but has a mistake, which is reported already. */
  isBroken(operation: string): boolean;
}

/** Compiles one entry of `resolve`: a field (`Citizen.permits`), or all fields that a type's record fills (`Citizen`). */
export function compileResolve(scope: ResolveScope, target: string, entry: ResolveEntry): void {
  const { report, schema } = scope;
  const [typeName = '', fieldName, ...more] = target.split('.');
  if (more.length > 0) {
    const place = `${typeName}.${fieldName}`;
    report.add(['resolve', target], `"${target}" is neither a type nor one of its fields`, `write it like: ${place}`);
    return;
  }
  const type = schema.getType(typeName);
  if (!isObjectType(type)) {
    report.add(
      ['resolve', target],
      `schema.graphql has no type ${typeName}`,
      suggest(typeName, Object.keys(schema.getTypeMap())),
    );
    return;
  }
  const field = fieldName === undefined ? undefined : type.getFields()[fieldName];
  if (fieldName !== undefined && !field) {
    report.add(
      ['resolve', target],
      `${typeName} has no field "${fieldName}"`,
      suggest(fieldName, Object.keys(type.getFields())),
    );
    return;
  }
  const fetchScope = {
    ...scope,
    parentFields: Object.keys(type.getFields()),
    personalFields: new Set([
      ...Object.values(type.getFields())
        .filter(isNik)
        .map((one) => one.name),
      ...(field?.args ?? []).filter(isNik).map((one) => `args.${one.name}`),
    ]),
    fieldArguments: field?.args.map((one) => one.name) ?? [],
  };
  const compiled = compileFetch(fetchScope, target, entry);
  if (!compiled) return;
  if (ROOT_TYPES.has(typeName)) refuseInheritance(report, target, entry, compiled.record);
  if (field) addFieldResolver(scope, type, field.name, compiled);
  else addTypeResolvers(scope, type, compiled);
}

const ROOT_TYPES = new Set(['Query', 'Mutation', 'Subscription']);

/** What is asked at the root has no parent: nobody whose record it is, nobody whose links could be asked by. */
function refuseInheritance(report: Report, target: string, entry: ResolveEntry, record: CompiledRecord): void {
  if (record.ownership === 'parent')
    report.add(
      ['records', record.typeName, 'owner'],
      `${target} gives ${record.typeName} without a parent, so there is nobody to be its owner`,
      'write: owner: <path> | nik',
    );
  for (const [parameter, expression] of Object.entries(entry)) {
    if (String(expression).startsWith('links.'))
      report.add(['resolve', target, parameter], `${target} belongs to no citizen, so there are no links to ask by`);
  }
}

const isNik = ({ type }: { type: GraphQLOutputType | GraphQLInputType }): boolean => getNamedType(type).name === 'NIK';

function addFieldResolver(
  scope: ResolveScope,
  type: GraphQLObjectType,
  name: string,
  { fetch, record }: CompiledFetch,
): void {
  const field = type.getFields()[name];
  if (!field) return;
  const wanted = getNamedType(field.type).name;
  if (wanted !== record.typeName) {
    scope.report.add(
      ['resolve', `${type.name}.${name}`, 'from'],
      `it gives ${record.typeName}, but ${type.name}.${name} is a ${wanted}`,
    );
    return;
  }
  const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
  const all: FieldResolver = (parent, args, context) => fetch(parent, args, context);
  const first: FieldResolver = async (parent, args, context) => (await fetch(parent, args, context))[0] ?? null;
  register(scope, `${type.name}.${name}`, type.name, name, isList ? all : first);
}

/**
 * Every field of the type that the record fills answers out of one call, made when the first of them is asked for; of a
 * record that came whole from another operation nothing is asked again.
 */
function addTypeResolvers(
  scope: ResolveScope,
  type: GraphQLObjectType,
  { fetch, record, asksByLink }: CompiledFetch,
): void {
  if (record.typeName !== type.name || asksByLink) {
    scope.report.add(
      ['resolve', type.name, 'from'],
      `a whole type is answered by an operation that gives one ${type.name}`,
    );
    return;
  }
  for (const name of record.fields) {
    const ask: FieldResolver = async (parent, args, context) => (await fetch(parent, args, context))[0]?.[name] ?? null;
    register(scope, type.name, type.name, name, (parent, args, context) =>
      parent && Object.hasOwn(parent, name) ? parent[name] : ask(parent, args, context),
    );
  }
}

function register(
  scope: ResolveScope,
  target: string,
  typeName: string,
  fieldName: string,
  resolve: FieldResolver,
): void {
  scope.resolvers[typeName] ??= {};
  const fields = scope.resolvers[typeName];
  if (fields[fieldName])
    scope.report.add(
      ['resolve', target],
      `${typeName}.${fieldName} is answered twice`,
      'another entry answers it already',
    );
  fields[fieldName] = resolve;
}
