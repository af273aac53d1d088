import { CallFailure, type CallLimits, type FailureKind } from '../../outbound/index.ts';
import { readAddress } from './address.ts';
import { BrokenConnection, type Row } from './connection.ts';
import { listMysqlRights } from './mysql/list-rights.ts';
import { openPool } from './open-pool.ts';
import { listPostgresRights } from './postgres/list-rights.ts';

/** What is wrong with a source as it stands; holds nothing of the address. */
interface ProbeProblem {
  readonly kind: FailureKind | 'mayWrite';
  readonly message: string;
}

/** Asks the catalogue a question. */
export type Ask = (text: string) => Promise<readonly Row[]>;

// An account of a whole server has thousands; the first few say enough.
const MAX_SHOWN = 5;

/**
 * Connects once and says what is wrong: the database is not reached, refuses the account, or lets it do more than read.
 * @throws SpecMistake when the spec cannot be used.
 */
export async function probeSql(spec: Readonly<Record<string, unknown>>, limits: CallLimits): Promise<ProbeProblem[]> {
  const { dialect } = readAddress(String(spec.sql));
  const pool = openPool(spec, limits);
  const deadlineMs = Date.now() + limits.timeoutMs;
  const ask: Ask = async (text) => {
    const connection = await pool.take(deadlineMs);
    try {
      return await connection.read({ text, values: [], deadlineMs, maxRows: 1000, maxBytes: 1_000_000 });
    } finally {
      pool.giveBack(connection);
    }
  };
  try {
    const rights = await (dialect === 'postgres' ? listPostgresRights(ask) : listMysqlRights(ask));
    return rights.length === 0 ? [] : [{ kind: 'mayWrite', message: describe(rights) }];
  } catch (error) {
    const failure = error instanceof BrokenConnection ? error.failure : error;
    if (!(failure instanceof CallFailure)) throw error;
    return [{ kind: failure.kind, message: failure.message }];
  } finally {
    await pool.close();
  }
}

function describe(rights: readonly string[]): string {
  const more = rights.length > MAX_SHOWN ? `, and ${rights.length - MAX_SHOWN} more` : '';
  return `this account may do more than SELECT: ${rights.slice(0, MAX_SHOWN).join(', ')}${more}`;
}
