import type { CallArguments } from '../../protocols/protocol.ts';
import { suggest } from '../problem.ts';
import type { CompiledOperation } from './compile-operation.ts';
import { compileReader, MISSING, type Origin, type ReadArgument, type ReaderScope } from './compile-reader.ts';

export interface CompiledArguments {
  /** The kind of link that each call needs one of, or undefined. */
  readonly linkKind: string | undefined;
  /**
   * Undefined when the parent lacks a value that is asked by: what a system answers to null belongs to nobody.
   * @throws the parent's value where it is an error; HubError CONFIG_INVALID where the parent cannot have the value,
   * BAD_USER_INPUT where a value cannot be written as the system wants it.
   */
  build(origin: Origin): CallArguments | undefined;
}

export interface ArgumentScope extends ReaderScope {
  /** Fields of the parent and `args.<name>` whose type is a NIK: never part of an address. */
  readonly personalFields: ReadonlySet<string>;
}

/**
 * Compiles the parameters of a `resolve` entry: a field of the parent, `args.<name>`, `links.<kind>`, `today`,
 * `today.month`, `today.year`, `today.lastYear` or `now` (`2026-11-24 08:15:00`, Jakarta time); `a ?? b` is the first that
 * there is, and a converter may stand behind it.
 * A parameter that the operation lacks or needs and does not get is a mistake.
 */
export function compileArguments(
  scope: ArgumentScope,
  target: string,
  bindings: Readonly<Record<string, string>>,
  operation: CompiledOperation,
): CompiledArguments {
  const { report } = scope.fields;
  const readers: [string, ReadArgument][] = [];
  for (const [parameter, expression] of Object.entries(bindings)) {
    const at = ['resolve', target, parameter];
    if (!operation.parameters.has(parameter)) {
      const near = suggest(parameter, [...operation.parameters]);
      report.add(at, `the operation ${operation.name} has no parameter "${parameter}"`, near);
      continue;
    }
    if (
      operation.addressed.has(parameter) &&
      sourcesOf(expression).some((source) => scope.personalFields.has(source))
    ) {
      const suggestion = `put ":${parameter}" into the body of ${operation.name}`;
      report.add(at, `${parameter} would stand in the address, where every log on the way keeps it`, suggestion);
      continue;
    }
    const reader = compileReader(scope, target, expression, at);
    if (reader) readers.push([parameter, reader]);
  }
  for (const parameter of operation.parameters) {
    if (!(parameter in bindings))
      report.add(['resolve', target], `the parameter ":${parameter}" of ${operation.name} gets no value`);
  }
  return { linkKind: findLinkKind(scope, target, bindings), build: (origin) => buildArguments(readers, origin) };
}

/** What an expression reads, without its converters. */
export const sourcesOf = (expression: string): string[] =>
  (expression.split('|', 1)[0] ?? '').split('??').map((part) => part.trim());

function findLinkKind(
  { fields }: ArgumentScope,
  target: string,
  bindings: Readonly<Record<string, string>>,
): string | undefined {
  const named = Object.values(bindings)
    .flatMap(sourcesOf)
    .map((source) => /^links\.([a-z][a-z0-9-]*)$/.exec(source)?.[1]);
  const [kind, other] = new Set(named.filter((one) => one !== undefined));
  if (kind && other)
    fields.report.add(
      ['resolve', target],
      `an operation is asked by one kind of link, not by links.${kind} and links.${other}`,
    );
  return kind;
}

function buildArguments(readers: readonly (readonly [string, ReadArgument])[], origin: Origin) {
  const args: Record<string, string | number | boolean | null> = {};
  for (const [name, read] of readers) {
    const value = read(origin);
    if (value === MISSING) return undefined;
    args[name] = asScalar(value);
  }
  return args;
}

function asScalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}
