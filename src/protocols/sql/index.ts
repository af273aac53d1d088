/**
 * The SQL protocol: one SELECT with named parameters, asked of PostgreSQL, MySQL or MariaDB over kept connections in a
 * read-only transaction that the server ends in time. It refuses to build a statement from text, to cut a long answer
 * off, to turn dates and decimals into anything but the text that the database writes, and to repeat anything of a
 * statement, its values or an answer in an error.
 */

import { CallFailure, type CallLimits } from '../../outbound/index.ts';
import { type Call, type OperationSpec, type Protocol, type Source, SpecMistake } from '../protocol.ts';
import { type Dialect, findDialect, readAddress } from './address.ts';
import { BrokenConnection, type Question, type Row } from './connection.ts';
import { openPool } from './open-pool.ts';
import type { Pool } from './pool.ts';
import { probeSql } from './probe-sql.ts';
import { checkStatement } from './statement/check-statement.ts';
import { compileStatement, listStatementParameters } from './statement/compile-statement.ts';
import { scanStatement } from './statement/scan-statement.ts';

const DEFAULT_MAX_ROWS = 1000;
// An answer of a citizen's records is a few kB; anything near this is a fault.
const MAX_ANSWER_BYTES = 10_000_000;

export const sql: Protocol = {
  name: 'sql',
  open: (spec, limits): Source => {
    const { dialect } = readAddress(String(spec.sql));
    const pool = openPool(spec, limits);
    return {
      prepare: (operation) => prepareCall(operation, dialect, pool, limits),
      close: () => pool.close(),
    };
  },
  probe: async (spec, limits) => {
    const problems = await probeSql(spec, limits);
    return problems.length === 0
      ? [{ what: 'account', state: 'ok', message: 'it is let in, and may only read' }]
      : problems.map(({ message }) => ({ what: 'account', state: 'problem', message }));
  },
  mayAskWithNothing: true,
  listParameters: (operation, source) => {
    const scanned = scanStatement(String(operation.sql ?? ''), dialectOf(source));
    return { all: listStatementParameters(scanned), addressed: [] };
  },
  checkOperation: (operation, source) => {
    if (typeof operation.sql !== 'string') {
      return [{ key: 'source', message: 'is a database, and there is no "sql"', suggestion: 'write sql: "select …"' }];
    }
    const mistakes = checkStatement(scanStatement(operation.sql, dialectOf(source)));
    return mistakes.map((mistake) => ({ key: 'sql', ...mistake }));
  },
};

/** Where the address is missing or wrong, which is reported already, the statement is read as PostgreSQL's. */
function dialectOf(source: Readonly<Record<string, unknown>> = {}): Dialect {
  return findDialect(source.sql) ?? 'postgres';
}

function prepareCall({ spec, isRead }: OperationSpec, dialect: Dialect, pool: Pool, limits: CallLimits): Call {
  const scanned = scanStatement(String(spec.sql), dialect);
  const [mistake] = checkStatement(scanned);
  if (mistake) throw new SpecMistake('sql', mistake.message, mistake.suggestion);
  const statement = compileStatement(scanned, dialect);
  const maxRows = typeof spec.maxRows === 'number' ? spec.maxRows : DEFAULT_MAX_ROWS;
  const maxBytes = limits.maxAnswerBytes ?? MAX_ANSWER_BYTES;
  return async (args, deadlineMs = Date.now() + limits.timeoutMs) => {
    const question: Question = { text: statement.text, values: statement.bind(args), deadlineMs, maxRows, maxBytes };
    try {
      return await ask(pool, question);
    } catch (error) {
      if (!(error instanceof BrokenConnection)) throw error;
      if (!isRead) throw error.failure;
    }
    pool.dropIdle();
    return ask(pool, question).catch((error: unknown) => {
      throw error instanceof BrokenConnection ? error.failure : error;
    });
  };
}

async function ask(pool: Pool, question: Question): Promise<Row[]> {
  if (question.deadlineMs <= Date.now()) throw new CallFailure('unavailable', 'no answer within the time allowed');
  const connection = await pool.take(question.deadlineMs);
  try {
    return await connection.read(question);
  } finally {
    pool.giveBack(connection);
  }
}
