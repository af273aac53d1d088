import { createAccessLog } from '../../src/audit/index.ts';
import type { AccessEntry } from '../../src/ports/access-log.ts';
import type { Database, KeyRing } from '../../src/store/index.ts';
import { median, percentile } from '../load/percentile.ts';

export interface WritingFigures {
  readonly writers: number;
  /** Entries of one call. */
  readonly entries: number;
  /** Durable entries a second, median of the rounds. */
  readonly perSecond: number;
  /** CPU of this process for one entry, user and system, median of the rounds. */
  readonly cpuMs: number;
  /** How long a call waits for the disk, median and 99th percentile over all rounds. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const ROUNDS = 5;
const ROUND_ENTRIES = 20_000;
const FIRST_MS = Date.UTC(2026, 10, 24);

/** Measures the log while so many wait for it at once, each with so many entries in a call, again and again. */
export async function measureWriting(
  database: Database,
  keys: KeyRing,
  load: { readonly writers: number; readonly entries: number },
): Promise<WritingFigures> {
  const log = createAccessLog(database, keys);
  const waits: number[] = [];
  let written = 0;

  async function write(calls: number): Promise<void> {
    for (let call = 0; call < calls; call++) {
      const entries = Array.from({ length: load.entries }, () => entryOf(written++));
      const begun = performance.now();
      await log.record(entries);
      waits.push(performance.now() - begun);
    }
  }

  const calls = Math.ceil(ROUND_ENTRIES / load.writers / load.entries);
  const runRound = () => Promise.all(Array.from({ length: load.writers }, () => write(calls)));
  await runRound();
  waits.length = 0;
  const rounds: { perSecond: number; cpuMs: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = written;
    const cpu = process.cpuUsage();
    const begun = performance.now();
    await runRound();
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    rounds.push({ perSecond: (written - before) / seconds, cpuMs: (user + system) / 1000 / (written - before) });
  }
  await log.close();
  const sorted = waits.toSorted((one, other) => one - other);
  return {
    ...load,
    perSecond: median(rounds.map((one) => one.perSecond)),
    cpuMs: median(rounds.map((one) => one.cpuMs)),
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
  };
}

/** Some thousand citizens, looked at by some hundred officers for themselves or by themselves, as in life. */
function entryOf(index: number): AccessEntry {
  const isOwn = index % 2 === 0;
  return {
    atMs: FIRST_MS + index,
    channel: 'query',
    actor: isOwn
      ? { kind: 'citizen', id: `https://login.jambikota.go.id|${index % 5000}`, opd: undefined }
      : { kind: 'officer', id: `https://login.jambikota.go.id|pegawai-${index % 300}`, opd: 'dpmptsp' },
    app: 'jambi-city-app',
    subject: `157101${String(index % 5000).padStart(10, '0')}`,
    reads: [
      { opd: 'disdukcapil', fields: ['Citizen.name', 'Citizen.address'] },
      { opd: 'dpmptsp', fields: ['Permit'] },
      { opd: 'bpprd', fields: ['TaxBill'] },
    ],
    purpose: isOwn ? 'own-data' : 'permit-handling',
    basis: isOwn ? 'self' : 'public-task',
    caseId: undefined,
    outcome: 'allowed',
  };
}
