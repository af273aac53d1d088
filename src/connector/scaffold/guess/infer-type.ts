import type { DeclaredType } from '../source-sketch.ts';
import { convertsAll, isBlank } from './convert-all.ts';
import { snakeCase, splitWords } from './split-words.ts';

/** A graph type with the converter that fills it; no converter where the type has one by itself. */
export interface InferredType {
  readonly type: string;
  readonly pipe: string | undefined;
}

const DATES = ['dd/mm/yyyy', 'dd-mm-yyyy', 'yyyy-mm-dd', 'yyyy/mm/dd', 'dd.mm.yyyy', 'dd mmmm yyyy', 'mm/dd/yyyy'];
const TIMES = ['hh:mi:ss', 'hh:mi'];
const MONTHS = ['yyyymm', 'yyyy-mm', 'mm/yyyy', 'mm-yyyy'];
const MONEY =
  /^(?:biaya|tarif|harga|pokok|denda|tagihan|retribusi|bayar|nominal|pagu|anggaran|materai|gaji|tpp|rupiah|rp|nilai|ketetapan|fee|tunggakan|setoran|sisa)$/;
const CODES =
  /^(?:kode|kd|no|nomor|id|rt|rw|status|sts|jenis|flag|kelas|gol|golongan|tipe|nip|nik|kk|hp|telp|npwp|nop|rc|nisn|pos|rm|jk|agama|rekening)$/;

const TEXT: InferredType = { type: 'String', pipe: undefined };
const INT: InferredType = { type: 'Int', pipe: undefined };

/** The graph type of a column by what is declared, what stands in it and how it is called. Codes stay text. */
export function inferType(
  column: string,
  values: readonly unknown[],
  declared: DeclaredType | undefined,
): InferredType {
  const present = values.filter((value) => !isBlank(value));
  const words = splitWords(column);
  if (present.length === 0) return inferFromDeclaration(declared);
  if (present.every((value) => typeof value === 'boolean')) return { type: 'Boolean', pipe: undefined };
  if (declared === 'boolean' && convertsAll('bool', present)) return { type: 'Boolean', pipe: 'bool' };
  return (
    findMoment(words, present) ??
    findNumber(words, present, declared) ??
    (present.some((value) => typeof value === 'string' && /<[a-z][^<>]*>/i.test(value))
      ? { type: 'String', pipe: 'plain' }
      : TEXT)
  );
}

function inferFromDeclaration(declared: DeclaredType | undefined): InferredType {
  if (declared === 'integer') return { type: 'Int', pipe: undefined };
  if (declared === 'number') return { type: 'Float', pipe: 'decimal' };
  if (declared === 'boolean') return { type: 'Boolean', pipe: 'bool' };
  if (declared === 'date') return { type: 'Date', pipe: 'date yyyy-mm-dd' };
  if (declared === 'datetime') return { type: 'DateTime', pipe: 'datetime iso' };
  if (declared === 'timestamp') return { type: 'DateTime', pipe: 'datetime yyyy-mm-dd hh:mi:ss' };
  return TEXT;
}

function findMoment(words: readonly string[], values: readonly unknown[]): InferredType | undefined {
  const find = (pipes: readonly string[]) => pipes.find((pipe) => convertsAll(pipe, values));
  const day = find(DATES.map((format) => `date ${format}`));
  if (day) return { type: 'Date', pipe: day };
  const formats = DATES.flatMap((date) => TIMES.map((time) => `datetime ${date} ${time}`));
  const instant = find([...formats, 'datetime iso']);
  if (instant) return { type: 'DateTime', pipe: instant };
  // 202510 is a month only where the name says so.
  const isMonth = words.some((word) => /^(?:bulan|blth|periode|masa|month|thbl)$/.test(word));
  const month = isMonth ? find(MONTHS.map((format) => `month ${format}`)) : undefined;
  return month === undefined ? undefined : { type: 'Month', pipe: month };
}

function findNumber(
  words: readonly string[],
  values: readonly unknown[],
  declared: DeclaredType | undefined,
): InferredType | undefined {
  const texts = values.map((value) => String(value).trim());
  const isCode = words.some((word) => CODES.test(word));
  const isSpelt = texts.some((text) => /^rp\b/i.test(text));
  const isMoney = isSpelt || (!isCode && isMoneyName(words));
  if (isMoney && convertsAll('rupiah', values)) return { type: 'Rupiah', pipe: 'rupiah' };
  const areNumbers = values.every((value) => typeof value === 'number');
  if (isCode && declared === 'integer' && areNumbers && convertsAll('int', values)) return INT;
  // What begins with zero, or is longer than Int, is a number of identity.
  if (isCode || texts.some((text) => /^0\d|^\d{10,}$/.test(text))) return undefined;
  const isCount = areNumbers || declared === 'integer' || texts.every((text) => /^-?\d{1,9}$/.test(text));
  if (isCount && declared !== 'number' && convertsAll('int', values)) return INT;
  if (convertsAll('int dots', values)) return { type: 'Int', pipe: 'int dots' };
  const decimal = ['decimal', 'decimal comma', 'decimal point'].find((pipe) => convertsAll(pipe, values));
  return decimal ? { type: 'Float', pipe: decimal } : undefined;
}

function isMoneyName(words: readonly string[]): boolean {
  if (/^(?:jumlah|total)_(?:bayar|tagihan|denda|biaya|pokok)$/.test(snakeCase(words.join(' ')))) return true;
  const isShare = words.some((word) => /^(?:persen|persentase|indeks|skor|rata|bobot|hari|stand)$/.test(word));
  return !isShare && words.some((word) => MONEY.test(word) || word === 'total');
}
