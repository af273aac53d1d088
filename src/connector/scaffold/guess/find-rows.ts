import { splitWords } from './split-words.ts';

/** An object of an answer. */
export type Row = Readonly<Record<string, unknown>>;

/** Where the records of an answer are. */
export interface FoundRows {
  /** As a connector file writes it. */
  readonly rows: string;
  readonly list: readonly Row[];
  /** What rows are under, of `rows: "data{}"`; undefined for others. */
  readonly keys?: readonly string[];
}

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRow);

/** Finds the rows in an answer: a list of objects, the nearest to the top; lists under names; else one record. */
export function findRows(answer: unknown): FoundRows | undefined {
  if (isList(answer)) return { rows: '[]', list: answer };
  if (!isRow(answer)) return undefined;
  return findList(answer, []) ?? findKeyed(answer, []) ?? findRecord(answer);
}

/** Takes the rows at a place that somebody named. */
export function takeRows(answer: unknown, rows: string): FoundRows | undefined {
  const [, path = '', suffix = ''] = /^(.*?)(\[\]\??|\{\})?$/.exec(rows) ?? [];
  let at = answer;
  for (const step of path.split(/[.[\]]+/).filter((one) => one !== '')) at = isStep(at) ? at[step] : undefined;
  if (suffix === '{}' && isRow(at))
    return { rows, list: Object.values(at).flat().filter(isRow), keys: Object.keys(at) };
  const list = suffix === '[]?' && isRow(at) ? [at] : Array.isArray(at) ? at.filter(isRow) : isRow(at) ? [at] : [];
  const fits = suffix.startsWith('[]') ? list.length > 0 : isRow(at);
  return fits ? { rows, list } : undefined;
}

function isStep(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

// An envelope says little beside its list; a record with a list of its own says more.
const MOST_BESIDE_A_LIST = 4;

/** Breadth first: what lies deeper is a list within a record. A record of its own keeps its lists. */
function findList(answer: Row, path: readonly string[]): FoundRows | undefined {
  if (path.length > 0 && countValues(answer) > MOST_BESIDE_A_LIST) return undefined;
  for (const [key, value] of Object.entries(answer)) {
    if (isList(value) && isPlainKey(key)) return { rows: `${[...path, key].join('.')}[]`, list: value };
  }
  for (const [key, value] of Object.entries(answer)) {
    if (!isRow(value) || !isPlainKey(key) || isNamed(value)) continue;
    const found = findList(value, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

function findKeyed(answer: Row, path: readonly string[]): FoundRows | undefined {
  for (const [key, value] of Object.entries(answer)) {
    if (!isRow(value) || !isPlainKey(key)) continue;
    const here = [...path, key];
    if (isNamed(value))
      return { rows: `${here.join('.')}{}`, list: Object.values(value).flat().filter(isRow), keys: Object.keys(value) };
    const found = findKeyed(value, here);
    if (found) return found;
  }
  return undefined;
}

/** Whether an object's keys are names or numbers, each with its records, and not the columns of one. */
function isNamed(value: Row): boolean {
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key, one]) => !isPlainColumn(key) && (isList(one) || isRow(one)));
}

const isPlainColumn = (key: string): boolean =>
  /^[a-z_]\w*$/i.test(key) && (key !== key.toUpperCase() || /_/.test(key));

/** One record: the deepest object with most values, not the part that only says how the question went. */
function findRecord(answer: Row): FoundRows {
  let best: { path: string; row: Row } | undefined;
  const visit = (row: Row, path: readonly string[]): void => {
    const isEnvelope = path.some((step) => ENVELOPE.test(step));
    if (!isEnvelope && path.length > 0 && countValues(row) > countValues(best?.row ?? {}))
      best = { path: path.join('.'), row };
    for (const [key, value] of Object.entries(row)) if (isRow(value) && isPlainKey(key)) visit(value, [...path, key]);
  };
  visit(answer, []);
  const isInner = best && countValues(best.row) + 1 > countValues(answer);
  // A whole answer has no path; one list of it does.
  return isInner && best ? { rows: best.path, list: [best.row] } : { rows: '[]?', list: [answer] };
}

const ENVELOPE = /^(?:meta|metadata|metaData|status|Status|error|paging|pagination|links)$/;
// No path may hold a number of somebody.
const isPlainKey = (key: string): boolean => !/[.[\]|]|\d{6,}/.test(key);
const countValues = (row: Row): number => Object.values(row).filter((value) => typeof value !== 'object').length;

const CODE = /^(?:rc|code|kode|responsecode|response_code|resultcode|rescode)$/i;
const FLAG = /^(?:status|success|sukses|ok|result)$/i;
const GOOD = /^(?:true|success|sukses|ok|berhasil|0{1,4}|1|200|201)$/i;

/** What an answer says by itself of its being good, by the places beside and above its rows. */
export function findOkWhen(answer: unknown, rows: string): Record<string, string | number | boolean> | undefined {
  if (!isRow(answer)) return undefined;
  const rowsKey = rows.split(/[.[{]/)[0];
  const flat: [string, unknown][] = [];
  for (const [key, value] of Object.entries(answer)) {
    if (!isRow(value)) flat.push([key, value]);
    else if (key !== rowsKey && ENVELOPE.test(key))
      flat.push(...Object.entries(value).map(([inner, one]): [string, unknown] => [`${key}.${inner}`, one]));
  }
  const isGood = ([, value]: readonly [string, unknown]) => isScalar(value) && GOOD.test(String(value));
  const lastOf = (path: string) => path.split('.').at(-1) ?? '';
  // A whole answer that is the record has its own status, which says nothing of the question.
  if (rows.startsWith('[]')) return undefined;
  const found =
    flat.find((one) => CODE.test(lastOf(one[0])) && isGood(one)) ??
    flat.find((one) => FLAG.test(lastOf(one[0])) && isGood(one));
  return found && isScalar(found[1]) ? { [found[0]]: found[1] } : undefined;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

const ABOUT_THE_ANSWER =
  /^(?:message|pesan|msg|status|success|sukses|error|errors|rc|code|kode|total|page|halaman|limit|offset|count|jumlah|per|size|time|timestamp|datetime|response|desc|token)$/i;

/** The values beside a list that belong to each of its records, as paths of the whole answer. */
export function listShared(answer: unknown, { rows, keys }: FoundRows): (readonly [path: string, value: unknown])[] {
  if (!isRow(answer) || keys || rows.startsWith('[]')) return [];
  const steps = rows.replace(/\[\]\??$/, '').split('.');
  if (!rows.includes('[]')) return [];
  let parent: unknown = answer;
  for (const step of steps.slice(0, -1)) parent = isRow(parent) ? parent[step] : undefined;
  if (!isRow(parent)) return [];
  const prefix = steps.slice(0, -1);
  return Object.entries(parent)
    .filter(([key, value]) => isScalar(value) && isPlainKey(key))
    .filter(([key]) => !splitWords(key).some((word) => ABOUT_THE_ANSWER.test(word)))
    .map(([key, value]) => [`$.${[...prefix, key].join('.')}`, value] as const);
}
