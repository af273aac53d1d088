import { GraphQLScalarType, GraphQLString } from 'graphql';
import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import { compileField, type FieldScope } from '../compile/compile-field.ts';
import type { CompiledOperation } from '../compile/compile-operation.ts';
import type { CompiledWrite } from '../compile/compile-write.ts';
import { type FieldReader, mapValue } from '../compile/mapping.ts';
import { suggest } from '../problem.ts';
import { readDuration } from '../sync/duration.ts';
import { buildValues, compileValues } from './compile-values.ts';
import type { TraceSpec } from './compiled-submission.ts';
import { reduceText } from './reduce-text.ts';

export interface TraceScope {
  readonly fields: FieldScope;
  readonly clock: Clock;
  readonly opd: string;
  readonly system: string;
  readonly operations: ReadonlyMap<string, CompiledOperation>;
  isWrite(operation: string): boolean;
  isBroken(operation: string): boolean;
}

/** A trace that looks by everything that was sent. */
export interface CompiledTrace {
  readonly settleMs: number;
  look(nik: string, sent: CallArguments): Promise<readonly string[]>;
}

const DEFAULT_SETTLE = '1m';

/** Compiles `trace` of a submission; undefined when it has a mistake, which is reported. */
export function compileTrace(
  scope: TraceScope,
  target: string,
  spec: TraceSpec,
  write: CompiledWrite,
): CompiledTrace | undefined {
  const { fields, clock } = scope;
  const at = ['submissions', target, 'trace'];
  const operation = findRead(scope, [...at, 'from'], spec.from);
  const names = ['caller.nik', ...write.parameters];
  const valuesScope = operation && {
    ...{ fields, clock, operation, names, fieldArguments: [], takesLinks: false },
    target: `submissions.${target}.trace`,
  };
  const readers = valuesScope && compileValues(valuesScope, [...at, 'with'], spec.with ?? {});
  const matches = compileMatches(scope, target, spec, write);
  const receipt = compileField(fields, spec.receipt, GraphQLString, `${target}.receipt`, [...at, 'receipt']);
  if (!operation || !readers || !matches || !receipt) return undefined;
  const place = { opd: scope.opd, system: scope.system };
  return {
    settleMs: write.timeoutMs + readDuration(spec.settle ?? DEFAULT_SETTLE),
    look: async (nik, sent) => {
      const args = buildValues(readers, { parent: { ...sent, 'caller.nik': nik }, args: {}, link: undefined });
      const { rows = [], answer } = (await operation.look(args, nik)) ?? {};
      const read = (reader: FieldReader, row: unknown) => readText(mapValue(reader, row, answer, place));
      const isSame = (row: unknown) =>
        matches.every(([parameter, reader]) => read(reader, row) === readText(sent[parameter]));
      return rows.filter(isSame).map((row) => readReceipt(mapValue(receipt, row, answer, place), scope));
    },
  };
}

function findRead({ operations, isWrite, isBroken, fields }: TraceScope, at: readonly string[], name: string) {
  const operation = operations.get(name);
  if (operation || isBroken(name)) return operation;
  const readable = [...operations.keys()];
  if (isWrite(name))
    fields.report.add(at, `the operation ${name} writes, and a trace only reads`, suggest('', readable));
  else fields.report.add(at, `there is no operation "${name}"`, suggest(name, readable));
  return undefined;
}

type Match = readonly [parameter: string, reader: FieldReader];

function compileMatches(
  { fields }: TraceScope,
  target: string,
  spec: TraceSpec,
  write: CompiledWrite,
): readonly Match[] | undefined {
  const entries = Object.entries(spec.match);
  const matches = entries.flatMap(([parameter, expression]): Match[] => {
    const at = ['submissions', target, 'trace', 'match', parameter];
    if (!write.parameters.has(parameter)) {
      fields.report.add(
        at,
        `the operation ${write.name} has no parameter "${parameter}"`,
        suggest(parameter, [...write.parameters]),
      );
      return [];
    }
    const type = /\|\s*date\b[^|]*$/.test(expression) ? DATE : GraphQLString;
    const reader = compileField(fields, expression, type, `${target}.${parameter}`, at);
    return reader ? [[parameter, reader]] : [];
  });
  return matches.length === entries.length ? matches : undefined;
}

const DATE = new GraphQLScalarType({ name: 'Date' });

/** A value that cannot be read is no text that anybody sent. */
function readText(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return '';
  return value instanceof HubError ? undefined : reduceText(String(value));
}

function readReceipt(value: unknown, { opd, system }: TraceScope): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new HubError('OPD_BAD_ANSWER', `${opd}/${system} has a record that fits a submission and has no number.`, {
    opd,
    fix: 'The OPD gives it one, or the connector file names another place for it.',
  });
}
