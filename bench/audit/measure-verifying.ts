import { generateKeyPairSync } from 'node:crypto';
import { verifyAccessLog } from '../../src/audit/index.ts';
import type { Database } from '../../src/store/index.ts';

export interface VerifyingFigures {
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** CPU of this process for a thousand rows; PostgreSQL's own is not in it. */
  readonly cpuMsPerThousand: number;
}

const ROUNDS = 3;

/** Measures verifying the whole log; the fastest of the rounds, as all of them do the same. */
export async function measureVerifying(database: Database): Promise<VerifyingFigures> {
  const { publicKey } = generateKeyPairSync('ed25519');
  const rounds: VerifyingFigures[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const cpu = process.cpuUsage();
    const begun = performance.now();
    const { rows, findings } = await verifyAccessLog(database, [], publicKey);
    const seconds = (performance.now() - begun) / 1000;
    if (findings.length > 0) throw new Error('The log that the bench wrote is not sound');
    const { user, system } = process.cpuUsage(cpu);
    rounds.push({ rows, rowsPerSecond: rows / seconds, cpuMsPerThousand: (user + system) / rows });
  }
  return rounds.reduce((best, one) => (one.rowsPerSecond > best.rowsPerSecond ? one : best));
}
