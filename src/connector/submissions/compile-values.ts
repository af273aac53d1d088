import type { Clock } from '../../base/clock.ts';
import type { SubmissionContent } from '../../ports/outbox.ts';
import { sourcesOf } from '../compile/compile-arguments.ts';
import type { FieldScope } from '../compile/compile-field.ts';
import { compileReader, MISSING, type Origin, type ReadArgument } from '../compile/compile-reader.ts';
import type { FilePath } from '../file/connector-file.ts';
import { suggest } from '../problem.ts';

export interface ValuesScope {
  readonly fields: FieldScope;
  readonly clock: Clock;
  /** `submissions.Mutation.fileComplaint`, for what is said of values. */
  readonly target: string;
  /** The operation that gets the values. */
  readonly operation: { readonly name: string; readonly parameters: ReadonlySet<string> };
  /** What may be named beside args.<name>, links.<kind> and "". */
  readonly names: readonly string[];
  readonly fieldArguments: readonly string[];
  readonly takesLinks: boolean;
}

/** Compiles one value each for the parameters of an operation; undefined when one has a mistake, which is reported. */
export function compileValues(
  scope: ValuesScope,
  at: FilePath,
  bindings: Readonly<Record<string, string>>,
): ReadonlyMap<string, ReadArgument> | undefined {
  const { fields, operation } = scope;
  const readers = new Map<string, ReadArgument>();
  for (const [parameter, expression] of Object.entries(bindings)) {
    const place = [...at, parameter];
    if (!operation.parameters.has(parameter)) {
      const near = suggest(parameter, [...operation.parameters]);
      fields.report.add(place, `the operation ${operation.name} has no parameter "${parameter}"`, near);
      continue;
    }
    const reader = checkSources(scope, place, expression) ? compileOne(scope, expression, place) : undefined;
    if (reader) readers.set(parameter, reader);
  }
  for (const parameter of operation.parameters) {
    if (!(parameter in bindings))
      fields.report.add(at, `the parameter ":${parameter}" of ${operation.name} gets no value`);
  }
  return readers.size === operation.parameters.size ? readers : undefined;
}

function compileOne(scope: ValuesScope, expression: string, at: FilePath): ReadArgument | undefined {
  return compileReader({ ...scope, parentFields: scope.names }, scope.target, expression, at);
}

/** What changes by itself, such as today, would make the same submission another one when it comes a second time. */
function checkSources(scope: ValuesScope, at: FilePath, expression: string): boolean {
  const { fields, names, fieldArguments, takesLinks } = scope;
  const args = fieldArguments.map((name) => `args.${name}`);
  const wrong = sourcesOf(expression).find(
    (source) =>
      !(names.includes(source) || args.includes(source) || source === '""') && !(takesLinks && isLink(source)),
  );
  if (wrong === undefined) return true;
  const allowed = [...args, ...names, ...(takesLinks ? ['links.<kind>'] : [])];
  fields.report.add(at, `"${wrong}" cannot be sent`, suggest(wrong, allowed));
  return false;
}

const isLink = (source: string): boolean => /^links\.[a-z][a-z0-9-]*$/.test(source);

/** The arguments of one call; what there is nothing for is null. @throws HubError BAD_USER_INPUT */
export function buildValues(readers: ReadonlyMap<string, ReadArgument>, origin: Origin): SubmissionContent {
  const args: Record<string, string | number | boolean | null> = {};
  for (const [name, read] of readers) {
    const value = read(origin);
    const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    args[name] = value === MISSING || !isScalar ? null : value;
  }
  return args;
}
