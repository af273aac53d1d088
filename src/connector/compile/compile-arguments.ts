import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay, formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import { suggest } from '../problem.ts';
import type { CompiledOperation } from './compile-operation.ts';
import type { Report } from './report.ts';

/** What the arguments of one call are made of. */
export interface Origin {
  readonly parent: Readonly<Record<string, unknown>>;
  /** Arguments of the graph's field. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The one linked number that this call is for, when the operation asks by link. */
  readonly link: string | undefined;
}

export interface CompiledArguments {
  /** The kind of link that each call needs one of, or undefined. */
  readonly linkKind: string | undefined;
  /**
   * Undefined when the parent lacks a value that is asked by: what a system answers to null belongs to nobody.
   * @throws the parent's value where it is an error; HubError CONFIG_INVALID where the parent cannot have the value.
   */
  build(origin: Origin): CallArguments | undefined;
}

type ReadArgument = (origin: Origin) => unknown;

export interface ArgumentScope {
  readonly report: Report;
  readonly clock: Clock;
  /** Fields of the parent type that may be named. */
  readonly parentFields: readonly string[];
  /** Fields of the parent and `args.<name>` whose type is a NIK: never part of an address. */
  readonly personalFields: ReadonlySet<string>;
  /** Arguments of the graph's field that may be named. */
  readonly fieldArguments: readonly string[];
}

/**
 * Compiles the parameters of a `resolve` entry: a field of the parent, `args.<name>`, `links.<kind>`, `today.year`,
 * or `now` (`2026-11-24 08:15:00`, Jakarta time).
 * A parameter that the operation lacks or needs and does not get is a mistake.
 */
export function compileArguments(
  scope: ArgumentScope,
  target: string,
  bindings: Readonly<Record<string, string>>,
  operation: CompiledOperation,
): CompiledArguments {
  const { report } = scope;
  const readers: [string, ReadArgument][] = [];
  let linkKind: string | undefined;
  for (const [parameter, expression] of Object.entries(bindings)) {
    const at = ['resolve', target, parameter];
    if (!operation.parameters.has(parameter)) {
      report.add(
        at,
        `the operation ${operation.name} has no parameter "${parameter}"`,
        suggest(parameter, [...operation.parameters]),
      );
      continue;
    }
    const kind = /^links\.([a-z][a-z0-9-]*)$/.exec(expression)?.[1];
    if (kind && linkKind && kind !== linkKind) {
      report.add(
        ['resolve', target],
        `an operation is asked by one kind of link, not by links.${linkKind} and links.${kind}`,
      );
      continue;
    }
    if (kind) linkKind = kind;
    if (operation.addressed.has(parameter) && scope.personalFields.has(expression)) {
      const suggestion = `put ":${parameter}" into the body of ${operation.name}`;
      report.add(at, `${parameter} would stand in the address, where every log on the way keeps it`, suggestion);
      continue;
    }
    const reader = kind ? (origin: Origin) => origin.link : compileReader(scope, target, expression);
    if (reader) readers.push([parameter, reader]);
    else
      report.add(
        at,
        `"${expression}" is not a field of the parent, args.<name>, links.<kind>, today.year or now`,
        suggest(expression, [...scope.parentFields, ...scope.fieldArguments.map((name) => `args.${name}`)]),
      );
  }
  for (const parameter of operation.parameters) {
    if (!(parameter in bindings))
      report.add(['resolve', target], `the parameter ":${parameter}" of ${operation.name} gets no value`);
  }
  return {
    linkKind,
    build: (origin) => {
      const args: Record<string, string | number | boolean | null> = {};
      for (const [name, read] of readers) {
        const value = read(origin);
        if (value === MISSING) return undefined;
        args[name] = asScalar(value);
      }
      return args;
    },
  };
}

function compileReader(
  { clock, parentFields, fieldArguments }: ArgumentScope,
  target: string,
  expression: string,
): ReadArgument | undefined {
  if (expression === 'today.year') return () => formatJakartaDay(clock.now()).slice(0, 4);
  if (expression === 'now') return () => formatJakartaInstant(clock.now()).slice(0, 19).replace('T', ' ');
  const argument = /^args\.(\w+)$/.exec(expression)?.[1];
  if (argument !== undefined) return fieldArguments.includes(argument) ? ({ args }) => args[argument] : undefined;
  return parentFields.includes(expression) ? ({ parent }) => readParent(parent, target, expression) : undefined;
}

const MISSING = Symbol('missing');

function readParent(parent: Origin['parent'], target: string, field: string): unknown {
  const value = parent[field];
  if (value instanceof Error) throw value;
  if (value === undefined)
    throw new HubError('CONFIG_INVALID', `${target} asks by ${field}, which its parent does not carry.`, {
      fix: 'Ask by a field that the record fills or by the key of its type.',
    });
  return value ?? MISSING;
}

function asScalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}
