import { basename, dirname, resolve } from 'node:path';
import { HubError } from '../../../base/hub-error.ts';
import { isRow, type Row } from '../guess/find-rows.ts';
import { recognisePersonal } from '../guess/recognise-personal.ts';
import type { RequestChoice, ScaffoldSource, SourceSketch } from '../source-sketch.ts';
import { type OpenProtocol, openProtocol } from './ask-protocol.ts';

// Titles, a date, the name of the OPD and an empty line or two stand above the headings.
const MAX_HEADER_LINE = 15;
const SAMPLE_ROWS = 20;

interface Layout {
  readonly options: Readonly<Record<string, unknown>>;
  readonly headings: readonly string[];
}

/** Opens a CSV or XLSX file in which an OPD exports its records. */
export function openTableFile(path: string): ScaffoldSource {
  const whole = resolve(path);
  const folder = openProtocol('files', { files: dirname(whole), settleMs: 0 });
  return {
    kind: 'files',
    flag: undefined,
    choices: [],
    sketch: () => sketchFile(folder, basename(whole)),
    close: () => folder.close(),
  };
}

async function sketchFile(folder: OpenProtocol, file: string): Promise<SourceSketch> {
  const { options, headings } = await findLayout(folder, file);
  const textColumns = await findTextColumns(folder, { file, rows: 'rows[]', ...options }, headings);
  const operation = { file, rows: 'rows[]', ...options, ...(textColumns.length > 0 && { textColumns }) };
  const { rows, rejected } = asAnswer(await folder.ask(operation));
  if (rows.length === 0)
    throw new HubError('BAD_USER_INPUT', 'The file has headings and no row below them that can be read', {
      fix: 'Export some records, with identity numbers as text.',
    });
  const refused = rejected.length;
  return {
    kind: 'files',
    subject: file.replace(/\.[^.]+$/, '').replace(/\d+/g, ' '),
    describe: `Berkas ${/^PK|xlsx$/i.test(file) ? 'XLSX' : 'CSV'} yang diekspor dari sistem`,
    answer: { rows: rows.slice(0, SAMPLE_ROWS), rejected: [] },
    isInvented: false,
    rows: 'rows[]',
    declared: new Map(),
    parameters: undefined,
    key: undefined,
    source: {},
    auth: undefined,
    attachments: new Map(),
    notes:
      refused > 0
        ? [`${refused} baris contoh ditolak karena nomor identitasnya angka, bukan teks: format kolomnya sebagai teks`]
        : [],
    request: ({ by, textColumns: wanted }: RequestChoice) => ({
      file: file.replace(/\d+(?:[-_.]?\d+)*/g, '*'),
      ...options,
      ...(wanted.length > 0 && { textColumns: wanted }),
      ...(by && { where: { [by.column]: `:${by.parameter}` } }),
    }),
  };
}

/** Tries the lines and encodings that files of our offices have: the headings are the first line with most columns. */
async function findLayout(folder: OpenProtocol, file: string): Promise<Layout> {
  let failure: unknown;
  let isRead = false;
  for (const encoding of [undefined, 'windows-1252']) {
    let best: (Layout & { readonly score: number }) | undefined;
    for (let header = 1; header <= MAX_HEADER_LINE; header++) {
      const options = { ...(header > 1 && { header }), ...(encoding && { encoding }) };
      try {
        const { rows } = asAnswer(await folder.ask({ file, rows: 'rows[]', ...options }));
        const headings = Object.keys(rows[0] ?? {});
        isRead ||= headings.length > 0;
        if (headings.some(looksLikeValue)) continue;
        if (headings.length > (best?.score ?? 0)) best = { options, headings, score: headings.length };
      } catch (error) {
        failure ??= error;
      }
    }
    if (best && best.score > 1) return best;
  }
  if (!isRead && failure !== undefined) throw failure;
  throw new HubError('BAD_USER_INPUT', 'The file has no line of headings among its first fifteen', {
    fix: 'Put a line with the names of the columns above the records.',
  });
}

/** Headings that hold numbers of people are no headings, and must not be written anywhere. */
function looksLikeValue(heading: string): boolean {
  return /\d{5,}|@|^\d+(?:[.,]\d+)*$|^\d{1,4}[-/]\d|^rp[ .]/i.test(heading);
}

/** Columns of identity numbers: Excel would round them, or drop their first zero. */
async function findTextColumns(
  folder: OpenProtocol,
  operation: Readonly<Record<string, unknown>>,
  headings: readonly string[],
): Promise<string[]> {
  const { rows } = asAnswer(await folder.ask(operation));
  return headings.filter((heading) => {
    const values = rows.map((row) => row[heading]);
    const kind = recognisePersonal(heading, values);
    const isLong = values.some((value) => /^\d{12,}$|^0\d+$|^\d[.,]\d+E\+1\d$/i.test(String(value ?? '')));
    return kind === 'nik' || kind === 'familyCard' || isLong;
  });
}

function asAnswer(answer: unknown): { rows: Row[]; rejected: readonly unknown[] } {
  const { rows, rejected } = isRow(answer) ? answer : {};
  return {
    rows: Array.isArray(rows) ? rows.filter(isRow) : [],
    rejected: Array.isArray(rejected) ? rejected : [],
  };
}
