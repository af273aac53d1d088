import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingIn } from '../../protocols/testing/everything-in.ts';
import { ConversionError, type Converter, type ConverterScope } from '../converters/index.ts';
import { converterScope } from './converter-scope.ts';

/** What a converter with certain arguments makes of values. */
export interface ConverterCases {
  readonly args: readonly string[];
  readonly scope?: ConverterScope;
  /** A legacy value and what it becomes. */
  readonly gives: readonly (readonly [unknown, unknown])[];
  readonly refuses: readonly unknown[];
}

const nothing = converterScope();

// Minutes that each zone is behind UTC in January, by which a test sees that the zone holds.
const ZONES = [
  ['UTC', 0],
  ['America/New_York', 300],
  ['Asia/Jakarta', -420],
] as const;

/** Runs a table of cases in several time zones of the process. */
export function describeConverter(converter: Converter, tables: readonly ConverterCases[]): void {
  describe.each(ZONES)(`${converter.name} under TZ=%s`, (zone, minutesBehind) => {
    const before = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = zone;
    });
    afterAll(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    it('runs in that zone', () => {
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(minutesBehind);
    });
    for (const { args, scope = nothing, gives, refuses } of tables) {
      describe(`with arguments "${args.join(' ')}"`, () => {
        const convert = converter.create(args, scope);
        it.each(gives)('makes of %j: %j', (value, result) => expect(convert(value)).toStrictEqual(result));
        it.each(refuses.map((value) => [value]))('refuses %j without repeating it', (value) => {
          expectRefusal(() => convert(value), String(value));
        });
      });
    }
  });
}

/** Arguments that a converter refuses when the hub starts, and what it says. */
export function describeWrongArguments(
  converter: Converter,
  cases: readonly (readonly [string, string])[],
  scope: ConverterScope = nothing,
): void {
  it.each(cases)(`${converter.name} refuses the arguments "%s" at creation`, (args, message) => {
    const create = () => converter.create(args === '' ? [] : args.split(' '), scope);
    expect(create).toThrow(ConversionError);
    expect(create).toThrow(message);
  });
}

function expectRefusal(run: () => unknown, value: string): void {
  let refusal: unknown;
  try {
    refusal = { gave: run() };
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(ConversionError);
  // Shorter values stand in every message by chance.
  if (value.trim().length > 3) expect(everythingIn(withoutStack(refusal as Error))).not.toContain(value.trim());
}

/** The stack names files and lines of the test, in which the value may stand by chance. */
function withoutStack(error: Error): Error {
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
