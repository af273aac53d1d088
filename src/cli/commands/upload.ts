import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import {
  type CompiledOperation,
  type Connector,
  listConnectorSettings,
  readSampleRecords,
} from '../../connector/index.ts';
import { CallFailure } from '../../outbound/index.ts';
import { putFile, takesFile, tryFile } from '../../protocols/files/index.ts';
import type { Run } from '../command.ts';
import { connectorsRoot, openOpd } from '../connector/open-connectors.ts';
import { findSystemSettings } from '../connector/settings.ts';
import { paint } from '../paint.ts';

const USAGE = 'npm run hub -- upload <opd> <file> [--check] [--json]';
// Enough to see what is wrong with an export; --json has all.
const MAX_SHOWN = 20;

/** `upload <opd> <file>`: for an OPD without any server: tells what of a file cannot be read, then puts it in its folder. */
export const runUpload: Run = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const [opd, file] = positionals;
  if (!opd || !file) throw new HubError('BAD_USER_INPUT', `Say whose file it is, and which: ${USAGE}`);
  const bytes = await readOffered(file);
  const connector = openOpd(opd, await findSystemSettings(listConnectorSettings(connectorsRoot, [opd])));
  try {
    const upload = await judgeUpload(connector, basename(file), bytes);
    if (!values.check) await upload.put();
    const { readings } = upload;
    if (values.json) console.log(JSON.stringify({ uploaded: !values.check, readings }, null, 2));
    else
      console.log(
        [...readings.flatMap(format), values.check ? 'Nothing was copied.' : 'It is in the folder.'].join('\n'),
      );
    return 0;
  } finally {
    await connector.close();
  }
};

/** A file that may be put into an OPD's folder. */
export interface Upload {
  /** What each operation that takes it reads in it. */
  readonly readings: readonly Reading[];
  put(): Promise<void>;
}

export interface Reading {
  readonly operation: string;
  /** Rows that become records, or that the operation leaves out on purpose. */
  readonly readable: number;
  readonly findings: readonly Finding[];
}

/** What is wrong with a row; never holds what stands in it. */
export interface Finding {
  readonly row: number;
  readonly reason: string;
  /** Whether the whole row is lost, or only a value of it. */
  readonly isRejected: boolean;
}

/**
 * Reads a file by the rules of every operation that would take it.
 * @throws HubError BAD_USER_INPUT when none takes it, one cannot read it, or no row in it can be read.
 */
export async function judgeUpload(connector: Connector, name: string, bytes: Buffer): Promise<Upload> {
  const takers = listTakers(connector);
  const fitting = takers.filter(({ operation }) => takesFile(operation.spec, name));
  if (fitting.length === 0) throw nobodyTakes(connector.opd, takers);
  const [folder, ...others] = new Set(fitting.map(({ source }) => String(source.files)));
  if (folder === undefined || others.length > 0)
    throw new HubError('BAD_USER_INPUT', 'Operations of sources in different folders take a file of this name', {
      fix: 'Give the file a name that operations of one source alone take.',
    });
  const readings: Reading[] = [];
  for (const taker of fitting) readings.push(await read(taker, bytes));
  if (readings.every(({ readable }) => readable === 0)) throw nothingReadable(readings);
  return { readings, put: () => putFile(folder, name, bytes).catch(refuseToPut) };
}

interface Taker {
  readonly operation: CompiledOperation;
  readonly source: Readonly<Record<string, unknown>>;
}

function listTakers({ systems }: Connector): Taker[] {
  return systems.flatMap(({ operations, sources }) =>
    [...operations.values()].flatMap((operation) => {
      const open = sources.get(operation.source);
      return open?.protocol.name === 'files' ? [{ operation, source: open.spec }] : [];
    }),
  );
}

async function read({ operation, source }: Taker, bytes: Buffer): Promise<Reading> {
  const { rows, rejected } = await tryFile(operation.spec, source, bytes).catch((error: unknown) => {
    if (!(error instanceof CallFailure)) throw error;
    throw new HubError('BAD_USER_INPUT', `${operation.name} cannot read it: ${error.message}`);
  });
  const findings: Finding[] = rejected.map(({ row, column, reason }) => ({
    row,
    reason: column === null ? reason : `${column}: ${reason}`,
    isRejected: true,
  }));
  let readable = 0;
  for (const { row, cells } of rows) {
    const found = mapRow(operation, cells).map((finding) => ({ row, ...finding }));
    if (!found.some(({ isRejected }) => isRejected)) readable++;
    findings.push(...found);
  }
  return { operation: operation.name, readable, findings: findings.sort((a, b) => a.row - b.row) };
}

/** What the connector file's mapping makes of a row. */
function mapRow(operation: CompiledOperation, cells: object): Omit<Finding, 'row'>[] {
  try {
    const records = readSampleRecords(operation, { rows: [cells], rejected: [] });
    return records.flatMap((record) =>
      Object.values(record).flatMap((value) => (isError(value) ? [{ reason: value.error, isRejected: false }] : [])),
    );
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return [{ reason: error.message, isRejected: true }];
  }
}

function isError(value: unknown): value is { readonly error: string } {
  return typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'string';
}

function nobodyTakes(opd: string, takers: readonly Taker[]): HubError {
  if (takers.length === 0)
    return new HubError('BAD_USER_INPUT', `${opd} has no source that is a folder of this machine`, {
      fix: 'Its connector file needs a source with "files", the setting of the folder.',
    });
  const names = [...new Set(takers.map(({ operation }) => String(operation.spec.file)))];
  return new HubError('BAD_USER_INPUT', `${opd} takes no file of this name`, {
    fix: `Names that it takes: ${names.join(', ')}`,
  });
}

function nothingReadable(readings: readonly Reading[]): HubError {
  const reasons = new Set(
    readings.flatMap(({ findings }) => findings.map(({ row, reason }) => `row ${row}: ${reason}`)),
  );
  const why = reasons.size === 0 ? 'it has no rows' : [...reasons].slice(0, MAX_SHOWN).join('\n  ');
  return new HubError('BAD_USER_INPUT', `No row of this file can be read:\n  ${why}`);
}

async function readOffered(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new HubError('BAD_USER_INPUT', `This file cannot be read (${codeOf(error)})`, { cause: error });
  }
}

function refuseToPut(error: unknown): never {
  throw new HubError('CONFIG_INVALID', `The file cannot be put into the OPD's folder (${codeOf(error)})`, {
    fix: 'The folder in the setting must exist, and whoever uploads must be allowed to write there.',
    cause: error,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no code';
}

function format({ operation, readable, findings }: Reading): string[] {
  const rejected = new Set(findings.filter(({ isRejected }) => isRejected).map(({ row }) => row)).size;
  const shown = findings.slice(0, MAX_SHOWN).map(({ row, reason, isRejected }) => {
    const label = isRejected ? paint('red', 'rejected') : paint('yellow', 'a value');
    return `  row ${row}, ${label}: ${reason}`;
  });
  const more = findings.length - shown.length;
  return [
    paint('bold', `${operation}: ${readable} rows can be read, ${rejected} are rejected`),
    ...shown,
    ...(more > 0 ? [`  and ${more} more; --json has all`] : []),
    ...(rejected > 0 ? ['  Until these rows are mended, a question that one of them might answer fails.'] : []),
  ];
}
