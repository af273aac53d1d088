import { randomUUID } from 'node:crypto';
import { loadConnectors } from '../../src/connector/index.ts';
import { readSharedSdl } from '../../src/hub.ts';
import { createDeliveryStore, createOutboxStore, openDatabase } from '../../src/store/index.ts';
import { createDeliveries, createJobs, createOutbox } from '../../src/sync/index.ts';
import { answerParent } from '../process/answer-parent.ts';

/** What it took to take in so many submissions and to bring them where they go, both at once. */
export interface SubmissionRun {
  readonly acceptedSeconds: number;
  readonly deliveredSeconds: number;
  readonly cpuSeconds: number;
}

// As many as wait at a hub for their answer at once.
const SENDERS = 32;
/** So many of one citizen, of which one goes at a time. */
const EACH = 2;

const [root = '', databaseUrl = '', filingUrl = ''] = process.argv.slice(2);
const ring = { index: [{ id: 'i', key: Buffer.alloc(32, 1) }], data: [{ id: 'd', key: Buffer.alloc(32, 2) }] };
const database = await openDatabase(databaseUrl, { maxConnections: 10 });
const [connector] = loadConnectors(['dinas'], {
  ...{ root, sharedSdl: readSharedSdl(), settings: { FILING_URL: filingUrl } },
  links: { listLinksOf: async (niks) => niks.map(() => []) },
});
const ends = { delivered: 0, wanted: 0, resolve: () => {} };
const fail = (message: string): void => console.error(`worker: ${message}`);
const log = {
  info: (message: string) => {
    if (message === 'submission delivered' && ++ends.delivered === ends.wanted) ends.resolve();
  },
  warn: fail,
  error: fail,
};
const jobs = await createJobs({ systems: ['dinas/aduan'], place: { databaseUrl }, log });
const outbox = createOutbox(createOutboxStore(database, ring), jobs, log);
const deliveries = createDeliveries({
  store: createDeliveryStore(database, ring),
  submissions: connector?.systems.flatMap(({ submissions }) => submissions) ?? [],
  ...{ jobs, log },
});
await jobs.start(deliveries.runners);
deliveries.start();

// The hub's work in the background and its outbox, in one process as in a small city.
answerParent({}, async (question) => {
  const { count } = question as { count: number };
  const delivered = new Promise<void>((resolve) => Object.assign(ends, { delivered: 0, wanted: count, resolve }));
  const begun = performance.now();
  const cpu = process.cpuUsage();
  let next = 0;
  const send = async () => {
    while (next < count) await accept(next++);
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  const acceptedSeconds = (performance.now() - begun) / 1000;
  await delivered;
  const { user, system } = process.cpuUsage(cpu);
  return {
    acceptedSeconds,
    deliveredSeconds: (performance.now() - begun) / 1000,
    cpuSeconds: (user + system) / 1e6,
  } satisfies SubmissionRun;
});

async function accept(index: number): Promise<void> {
  const nik = `157101${String(Math.floor(index / EACH)).padStart(10, '0')}`;
  const text = `Lampu di depan pasar padam sejak Senin, laporan ${index}.`;
  const place = { kind: 'file', opd: 'dinas', system: 'aduan', nik, attachments: [] };
  await outbox.accept({ ...place, idempotencyKey: randomUUID(), content: { nik, title: 'Lampu padam', text } });
}
