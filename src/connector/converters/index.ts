/**
 * The closed list of converters that a connector file may name, one thing each. They refuse what they do not understand
 * and never repeat the value they refuse.
 */
import { bool, code } from './codes.ts';
import type { Converter } from './converter.ts';
import { date, datetime } from './dates.ts';
import { due } from './due.ts';
import { nik } from './nik.ts';
import { int, pad, rupiah } from './numbers.ts';
import { plain, text } from './text.ts';

export { ConversionError, type Convert, type Converter, type ConverterScope, type DatedRule } from './converter.ts';

const all: readonly Converter[] = [text, plain, nik, int, rupiah, pad, bool, code, date, datetime, due];

export const converters: ReadonlyMap<string, Converter> = new Map(all.map((converter) => [converter.name, converter]));

/** The converter that a field of this type gets when its mapping names none. */
export function findDefaultConverter(typeName: string): Converter | undefined {
  const byType: Readonly<Record<string, Converter>> = {
    String: text,
    ID: text,
    Int: int,
    Rupiah: rupiah,
    NIK: nik,
    Boolean: bool,
  };
  return byType[typeName];
}
