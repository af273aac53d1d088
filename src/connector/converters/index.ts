/**
 * The closed list of converters that a connector file may name, one thing each. They refuse what they do not understand
 * and never repeat the value they refuse.
 */
import { bool, code } from './codes.ts';
import { ConversionError, type Converter } from './converter.ts';
import { date, datetime } from './dates.ts';
import { decimal } from './decimal.ts';
import { due } from './due.ts';
import { first } from './first.ts';
import { matchScore } from './match-score.ts';
import { minutes } from './minutes.ts';
import { month } from './month.ts';
import { nik } from './nik.ts';
import { int, pad, rupiah } from './numbers.ts';
import { opd } from './opd.ts';
import { squeeze } from './squeeze.ts';
import { plain, text } from './text.ts';

export { ConversionError, type Convert, type Converter, type ConverterScope, type DatedRule } from './converter.ts';
export { type OutgoingConverter, outgoingConverters } from './outgoing.ts';

const all: readonly Converter[] = [
  text,
  plain,
  squeeze,
  first,
  nik,
  int,
  decimal,
  rupiah,
  pad,
  bool,
  code,
  opd,
  matchScore,
  date,
  datetime,
  month,
  minutes,
  due,
];

export const converters: ReadonlyMap<string, Converter> = new Map(
  all.map((one) => [one.name, refuseMoreArguments(one)]),
);

function refuseMoreArguments(converter: Converter): Converter {
  const { maxArguments, usage, create } = converter;
  const limit = maxArguments === 0 ? 'takes no arguments' : `takes no more than: ${usage}`;
  return {
    ...converter,
    create: (args, scope) => {
      if (args.length > maxArguments) throw new ConversionError(limit);
      return create(args, scope);
    },
  };
}

/** The converter that a field of this type gets when its mapping names none. */
export function findDefaultConverter(typeName: string): Converter | undefined {
  return DEFAULTS.get(typeName);
}

const DEFAULTS: ReadonlyMap<string, Converter> = new Map([
  ['String', text],
  ['ID', text],
  ['Int', int],
  ['Rupiah', rupiah],
  ['NIK', nik],
  ['Boolean', bool],
]);
