import type { Clock } from '../../base/clock.ts';
import type { OpdCodes } from '../../ports/opd-codes.ts';

/** Why a legacy value could not become a value of the graph; names the kind of fault, never the value. */
export class ConversionError extends Error {}

/** What a converter may look up beside its own arguments. */
export interface ConverterScope {
  /** The code table of that name in the connector file, or undefined. */
  findCodeTable(name: string): ReadonlyMap<string, unknown> | undefined;
  /** The dated rule of that name in the connector file, or undefined. */
  findRule(name: string): DatedRule | undefined;
  /** How the systems name the OPDs. */
  readonly opds: OpdCodes;
  readonly clock: Clock;
}

/** A rule of law or regulation with the time in which it holds. */
export interface DatedRule {
  /** The day that the rule gives for a year, `YYYY-MM-DD`, or undefined when no rule covers that year. */
  dayFor(year: number): string | undefined;
}

/** Turns one present legacy value (never null, undefined or blank text) into a value of the graph. @throws ConversionError */
export type Convert = (value: unknown) => unknown;

export interface Converter {
  readonly name: string;
  /** How it is written in a connector file, for messages: `date dd/mm/yyyy`. */
  readonly usage: string;
  /** Names of the graph types that it can fill; `*` for whatever its table holds. */
  readonly gives: readonly string[];
  /** How many arguments it takes at most, words of a format counted one by one. */
  readonly maxArguments: number;
  /** @throws ConversionError when the arguments are wrong, at start. */
  create(args: readonly string[], scope: ConverterScope): Convert;
}

/** The text of a value that legacy systems write as text or as a number. @throws ConversionError for anything else */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
      throw new ConversionError('is a number whose last digits are lost; the system must send it as text');
    return String(value);
  }
  if (typeof value === 'boolean') return String(value);
  throw new ConversionError('is neither text nor a number');
}
