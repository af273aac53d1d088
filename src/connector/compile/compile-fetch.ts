import type { LinkReader } from '../../ports/link-reader.ts';
import { suggest } from '../problem.ts';
import { type CopyScope, compileCopyRule } from '../sync/compile-copy-rule.ts';
import { type ArgumentScope, compileArguments, sourcesOf } from './compile-arguments.ts';
import type { CompiledOperation } from './compile-operation.ts';
import { compileReader } from './compile-reader.ts';
import type { CompiledRecord } from './compile-record.ts';
import { createFetch, type Fetch } from './create-fetch.ts';

/** An entry of `resolve`: the operation, or one for each value of `when`, and what its parameters are. */
export type ResolveEntry = Readonly<Record<string, string>> & {
  readonly from?: string | Readonly<Record<string, string>>;
};

export interface CompiledFetch {
  readonly fetch: Fetch;
  readonly record: CompiledRecord;
  /** Whether it asks once for each number that the citizen has linked. */
  readonly asksByLink: boolean;
}

export interface FetchScope extends ArgumentScope {
  readonly links: LinkReader;
  readonly operations: ReadonlyMap<string, CompiledOperation>;
  readonly copyScope: CopyScope;
  /** Whether an operation stands in the file but has a mistake, which is reported already. */
  isBroken(operation: string): boolean;
}

/** Compiles how the records of an entry are fetched; undefined when it has a mistake, which is reported. */
export function compileFetch(scope: FetchScope, target: string, entry: ResolveEntry): CompiledFetch | undefined {
  const { from, when, ...bindings } = entry as Readonly<Record<string, string>> & Pick<ResolveEntry, 'from'>;
  if (typeof from === 'object') return compileChoice(scope, target, when ?? '', from, bindings);
  const operation = findOperation(scope, ['resolve', target, 'from'], from ?? '');
  return operation && compileOne(scope, target, operation, bindings);
}

function findOperation({ operations, fields, isBroken }: FetchScope, at: readonly string[], name: string) {
  const operation = operations.get(name);
  if (!operation && !isBroken(name))
    fields.report.add(at, `there is no operation "${name}"`, suggest(name, [...operations.keys()]));
  return operation;
}

function compileOne(
  scope: FetchScope,
  target: string,
  operation: CompiledOperation,
  bindings: Readonly<Record<string, string>>,
): CompiledFetch {
  const compiled = compileArguments(scope, target, bindings, operation);
  // Rows that nobody was asked about would each time belong to whoever asks.
  const isAskedBy = (source: string) => source.startsWith('links.') || scope.parentFields.includes(source);
  const hasParent = !/^(?:Query|Mutation|Subscription)\./.test(target);
  if (
    hasParent &&
    operation.record.ownership === 'parent' &&
    !Object.values(bindings).flatMap(sourcesOf).some(isAskedBy)
  )
    scope.fields.report.add(
      ['resolve', target],
      `${operation.name} is asked by nothing of the parent, who would own whatever it answers`,
      'ask by a field of the parent or by links.<kind>, or write in its record: owner: <path> | nik',
    );
  const copies = compileCopyRule(scope.copyScope, operation.record, bindings);
  const fetch = createFetch(scope.links, operation, compiled, copies);
  return { fetch, record: operation.record, asksByLink: compiled.linkKind !== undefined };
}

/** `when: args.kind` with `from: { A: one, B: other, "*": rest }`: a value that has no case has no records. */
function compileChoice(
  scope: FetchScope,
  target: string,
  when: string,
  from: Readonly<Record<string, string>>,
  bindings: Readonly<Record<string, string>>,
): CompiledFetch | undefined {
  const { report } = scope.fields;
  const read = compileReader(scope, target, when, ['resolve', target, 'when']);
  const named = Object.entries(from).map(
    ([value, name]) => [value, findOperation(scope, ['resolve', target, 'from', value], name)] as const,
  );
  const found = named.flatMap(([value, operation]) => (operation ? [[value, operation] as const] : []));
  if (!read || found.length < named.length) return undefined;
  for (const parameter of Object.keys(bindings)) {
    if (!found.some(([, { parameters }]) => parameters.has(parameter)))
      report.add(['resolve', target, parameter], `none of the operations has a parameter "${parameter}"`);
  }
  const cases = new Map(
    found.map(([value, operation]) => [value, compileOne(scope, target, operation, pick(bindings, operation))]),
  );
  const [first, ...others] = cases.values();
  const other = others.find(({ record }) => record !== first?.record);
  if (!first || other) {
    report.add(['resolve', target, 'from'], 'all operations of one entry must give the same record');
    return undefined;
  }
  const fetch: Fetch = async (parent, args, context) => {
    const value = String(read({ parent: parent ?? {}, args, link: undefined }));
    const chosen = cases.get(value) ?? cases.get('*');
    return chosen ? chosen.fetch(parent, args, context) : [];
  };
  return { fetch, record: first.record, asksByLink: [...cases.values()].some(({ asksByLink }) => asksByLink) };
}

function pick(bindings: Readonly<Record<string, string>>, { parameters }: CompiledOperation) {
  return Object.fromEntries(Object.entries(bindings).filter(([name]) => parameters.has(name)));
}
