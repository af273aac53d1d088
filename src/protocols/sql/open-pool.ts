import type { CallLimits } from '../../outbound/index.ts';
import { SpecMistake } from '../protocol.ts';
import { readAddress } from './address.ts';
import { connectMysql } from './mysql/connect-mysql.ts';
import { createPool, type Pool } from './pool.ts';
import { connectPostgres } from './postgres/connect-postgres.ts';

/** The pool of a source; nothing is connected yet. @throws SpecMistake */
export function openPool(spec: Readonly<Record<string, unknown>>, { timeoutMs, concurrency }: CallLimits): Pool {
  const address = readAddress(String(spec.sql));
  const { charset = 'utf8mb4' } = spec;
  if (address.dialect === 'postgres') {
    if (spec.charset !== undefined)
      throw new SpecMistake('charset', 'is only for MySQL', 'leave it out: PostgreSQL converts text by itself');
    return createPool(concurrency, (deadlineMs) => connectPostgres(address, deadlineMs));
  }
  const options = { timeoutMs, isLatin1: charset === 'latin1' };
  return createPool(concurrency, (deadlineMs) => connectMysql(address, deadlineMs, options));
}
