import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createLog } from '../../../src/base/log.ts';
import { createOutboxStore, type Database, type KeyRing, openDatabase } from '../../../src/store/index.ts';
import { createJobs, createOutbox, type HubJobs, type JobsOptions } from '../../../src/sync/index.ts';
import { newKeyRing, nikOf } from '../open-access-log.ts';
import { type FilingContract, type FilingSystem, startFilingSystem } from './start-filing-system.ts';
import { filingKinds, writeFilingConnector } from './write-filing-connector.ts';

const filingContracts: readonly FilingContract[] = ['dikenal', 'jejak'];

/** An outbox, its queues, and a system that takes what lies in it; nobody brings it there yet. */
export interface FilingScene {
  readonly system: FilingSystem;
  readonly database: Database;
  readonly jobs: HubJobs;
  readonly ring: KeyRing;
  /** The folder of connectors. */
  readonly root: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Hands in that many of each citizen by both contracts, one after the other. */
  accept(citizens: number, each: number): Promise<void>;
  countOpen(): Promise<number>;
  /** All that was accepted is in the system just once, in the order of its citizen, who sees its number. */
  expectAllThere(): Promise<void>;
  close(): Promise<void>;
}

interface Accepted {
  readonly contract: FilingContract;
  readonly nik: string;
  readonly isi: string;
  readonly id: string;
}

export interface FilingSceneOptions {
  readonly databaseUrl: string;
  readonly place: JobsOptions['place'];
  readonly seed: number;
}

/** Opens it on an empty database; the caller closes it. */
export async function openFilingScene({ databaseUrl, place, seed }: FilingSceneOptions): Promise<FilingScene> {
  const root = await mkdtemp(join(tmpdir(), 'filing-'));
  writeFilingConnector(root);
  const system = await startFilingSystem(seed);
  const database = await openDatabase(databaseUrl, { maxConnections: 8 });
  await database.migrate();
  const log = createLog('silent');
  const timing = { lockMs: 2_000, stalledCheckMs: 500, retryPauseMs: 50 };
  const jobs = await createJobs({ systems: filingContracts.map((name) => `dinas/${name}`), place, log, timing });
  const ring = newKeyRing();
  const outbox = createOutbox(createOutboxStore(database, ring), jobs, log);
  const accepted: Accepted[] = [];
  const acceptOne = async (contract: FilingContract, citizen: number, turn: number) => {
    const [nik, isi] = [nikOf(citizen), `${contract} ${citizen} kiriman ke-${turn + 1}`];
    const place = { kind: filingKinds[contract], opd: 'dinas', system: contract, nik, attachments: [] };
    const { id } = await outbox.accept({ ...place, idempotencyKey: randomUUID(), content: { nik, text: isi } });
    accepted.push({ contract, nik, isi, id });
  };
  return {
    ...{ system, database, jobs, ring, root, settings: { FILING_URL: system.url } },
    accept: async (citizens, each) => {
      for (let turn = 0; turn < each; turn++)
        for (let citizen = 1; citizen <= citizens; citizen++)
          for (const contract of filingContracts) await acceptOne(contract, citizen, turn);
    },
    countOpen: async () => {
      const text = "select count(*)::int as open from outbox where state <> 'delivered'";
      return (await database.pool.query<{ open: number }>(text)).rows[0]?.open ?? 0;
    },
    expectAllThere: async () => {
      expect(countFates(system, accepted)).toEqual({ lost: 0, doubled: 0, astray: 0 });
      for (const contract of filingContracts) {
        const handedIn = accepted.filter((one) => one.contract === contract);
        expect(listByCitizen(system.taken(contract))).toEqual(listByCitizen(handedIn));
      }
      for (const { nik, id, isi, contract } of accepted) {
        const taken = system.taken(contract).find((one) => one.isi === isi);
        expect(await outbox.find(nik, id)).toMatchObject({ state: 'delivered', receipt: taken?.nomor });
      }
    },
    close: async () => {
      await jobs.drain();
      await database.close();
      await system.stop();
      await rm(root, { recursive: true });
    },
  };
}

function countFates(system: FilingSystem, accepted: readonly Accepted[]) {
  const taken = filingContracts.flatMap((contract) => system.taken(contract));
  const timesOf = Map.groupBy(taken, ({ isi }) => isi);
  const times = accepted.map(({ isi }) => timesOf.get(isi)?.length ?? 0);
  return {
    lost: times.filter((count) => count === 0).length,
    doubled: times.filter((count) => count > 1).length,
    astray: taken.length - times.reduce((sum, count) => sum + count, 0),
  };
}

/** What each citizen handed in, in its order. */
function listByCitizen(entries: readonly { readonly nik: string; readonly isi: string }[]) {
  const byCitizen = Map.groupBy(entries, ({ nik }) => nik);
  return new Map([...byCitizen].map(([nik, own]) => [nik, own.map(({ isi }) => isi)]));
}
