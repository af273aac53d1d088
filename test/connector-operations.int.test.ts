import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type City, startCity } from '../demo/city.ts';
import { findPerson } from '../demo/people/find-person.ts';
import { createOpdCodes } from '../src/city/index.ts';
import { type Connector, loadConnectors } from '../src/connector/index.ts';
import { readSharedSdl } from '../src/hub.ts';
import { projectRoot } from '../src/project-root.ts';
import type { CallArguments } from '../src/protocols/protocol.ts';

// What connector files offer beside the graph: writes, and questions of background work.
let city: City;
const opened: Connector[] = [];
beforeAll(async () => {
  city = await startCity({ people: 40, postgresDatabase: `bkpsdmd_${randomUUID().replaceAll('-', '')}` });
  await city.databases.connectPostgres(inject('postgresUrl'));
  for (const { control } of Object.values(city.systems)) {
    try {
      control.set({ warnings: 'never' });
    } catch {
      // A system that prints none.
    }
  }
});
afterAll(async () => {
  for (const connector of opened) await connector.close();
  await city.stop();
});

function open(opd: string): Connector {
  const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
  const options = { root: join(projectRoot, 'connectors'), sharedSdl: readSharedSdl(), settings: city.settings, links };
  const [connector] = loadConnectors([opd], { ...options, opds: createOpdCodes() });
  if (!connector) throw new Error(`${opd} did not load`);
  opened.push(connector);
  return connector;
}

async function write(opd: string, operation: string, args: CallArguments): Promise<unknown> {
  const found = open(opd).systems.flatMap(({ writes }) => writes.get(operation) ?? []);
  return found[0]?.send(args);
}

const demo = findPerson('demo');

describe('a complaint', () => {
  const complaint = {
    nik: demo.nik,
    title: 'Jalan berlubang',
    text: 'Lubang besar di depan pasar.',
    category: 'jalan',
  };

  it('is taken by SiKesal, once, under its number', async () => {
    const outcome = await write('diskominfo', 'fileComplaint', complaint);
    expect(outcome).toEqual({ state: 'accepted', receipt: expect.stringMatching(/^SK-2026-\d{6}$/) });
    expect(city.systems.sikesal.control.calls.kirim).toBe(1);
  });

  it('is refused in SiKesal’s words', async () => {
    const outcome = await write('diskominfo', 'fileComplaint', { ...complaint, category: 'entah' });
    expect(outcome).toEqual({ state: 'refused', reason: 'Data tidak valid' });
  });

  it('whose answer is lost is not sent again, and is not called retryable', async () => {
    const { control } = city.systems.sikesal;
    const before = control.calls.kirim ?? 0;
    control.set({ down: true });
    const outcome = await write('diskominfo', 'fileComplaint', complaint);
    expect(outcome).toMatchObject({ state: 'unknown', error: { retryable: false } });
    control.set({});
    expect((control.calls.kirim ?? 0) - before).toBe(1);
  });
});

describe('a place in a clinic’s queue', () => {
  const ticket = {
    nik: findPerson('siti').nik,
    bpjsNumber: '',
    phone: '081200000000',
    clinic: 'INT',
    recordNumber: '',
    on: '2026-11-06',
    doctor: 'D0000002',
    hours: '',
  };

  it('is refused in the hospital’s words when the doctor is not there', async () => {
    const outcome = await write('rsud', 'takeTicket', { ...ticket, hours: '01:00-02:00' });
    expect(outcome).toEqual({ state: 'refused', reason: expect.stringContaining('Jadwal Dokter') });
  });
});

describe('a daily activity', () => {
  const activity = {
    nip: '198604122010032001',
    on: '2026-10-30',
    description: 'Menyusun modul ajar',
    count: 1,
    output: 'dokumen',
    minutes: 120,
  };

  it('is taken by e-Kinerja under its own number', async () => {
    const outcome = await write('bkpsdmd', 'reportActivity', activity);
    expect(outcome).toEqual({ state: 'accepted', receipt: expect.stringMatching(/^198604122010032001\.\d+$/) });
  });

  it('is refused in e-Kinerja’s words for somebody unknown', async () => {
    const outcome = await write('bkpsdmd', 'reportActivity', { ...activity, nip: '190001011900011001' });
    expect(outcome).toEqual({ state: 'refused', reason: 'NIP tidak terdaftar' });
  });
});

describe('SiCantik by days', () => {
  it.each(['2026-01-01', '2026-01-02', '2026-01-03'])('is read whatever form the answer from %s has', async (from) => {
    const operation = open('dpmptsp')
      .systems.find(({ name }) => name === 'sicantik')
      ?.operations.get('licencesBetween');
    const answer = await operation?.ask({ from, until: '2026-10-31' });
    const ids = operation?.read(answer, demo.nik).map(({ id }) => id);
    expect(ids).toContain('SC-1571-2026-00001');
  });
});
