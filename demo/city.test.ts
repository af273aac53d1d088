import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTaxRegister } from './bpprd/records.ts';
import { type City, startCity } from './city.ts';
import { createRegistry } from './disdukcapil/records.ts';
import { createPermitBook } from './dpmptsp/records.ts';
import { findPerson } from './people/find-person.ts';
import type { Alias } from './people/person.ts';
import { createPopulation } from './people/population.ts';
import { createComplaintDesk } from './sikesal/records.ts';

const CONNECTORS = join(import.meta.dirname, '../connectors');
const SEED = 99;
const people = createPopulation(20, SEED);
const findRecord = createRegistry(people);
const permits = createPermitBook(people, SEED);
const findTaxObject = createTaxRegister(people, SEED);
const { listOf: listComplaints } = createComplaintDesk(people, SEED);

function belongings(alias: Alias) {
  const { nik, nops } = findPerson(alias);
  const bills = nops.flatMap((nop) => findTaxObject(nop)?.bills ?? []);
  return {
    known: findRecord(nik) !== undefined,
    permits: permits.listOf(nik),
    nops,
    unpaid: bills.filter(({ paid }) => !paid).map(({ year }) => year),
    complaints: listComplaints(nik),
  };
}

describe('the people with an alias hold what they promise', () => {
  test('demo has something at every agency', () => {
    const demo = belongings('demo');
    expect(demo.known).toBe(true);
    expect(demo.permits.map(({ steps }) => steps.length)).toEqual([3, 4]);
    expect(demo.nops).toHaveLength(1);
    expect(demo.unpaid).toEqual([2025, 2026]);
    expect(new Set(demo.complaints.map(({ opd_id }) => opd_id)).size).toBe(3);
  });

  test('siti is another citizen with records everywhere', () => {
    const siti = belongings('siti');
    expect(siti.known).toBe(true);
    expect(siti.permits).toHaveLength(1);
    expect(siti.unpaid).toEqual([2026]);
    expect(siti.complaints).toHaveLength(1);
  });

  test('lunas owns one tax object and owes nothing', () => {
    expect(belongings('lunas')).toMatchObject({ nops: [expect.any(String)], unpaid: [] });
  });

  test('kosong is known to Dukcapil and to nobody else', () => {
    expect(belongings('kosong')).toEqual({ known: true, permits: [], nops: [], unpaid: [], complaints: [] });
  });

  test('tiada is known to nobody', () => {
    expect(belongings('tiada')).toEqual({ known: false, permits: [], nops: [], unpaid: [], complaints: [] });
  });

  test('ganda owns three tax objects, one of them paid', () => {
    expect(belongings('ganda').nops.map((nop) => findTaxObject(nop)?.bills.filter(({ paid }) => !paid).length)).toEqual(
      [3, 0, 2],
    );
  });

  test('aneh has a blank before the NIK, a zero date, money with its currency, markup, and a NIK in a text', () => {
    const aneh = belongings('aneh');
    expect(aneh.permits[0]?.row).toMatchObject({
      nik: ` ${findPerson('aneh').nik}`,
      tgl_terbit: '00-00-0000',
      biaya: 'Rp 1.250.000',
    });
    const texts = aneh.complaints.map(({ isi }) => isi).join('\n');
    expect(texts).toContain('<script>');
    expect(texts).toContain(findPerson('aneh').nik);
    expect(findRecord(findPerson('aneh').nik)?.NIK).toBe(Number(findPerson('aneh').nik));
  });
});

describe('a running city', () => {
  let city: City;
  beforeAll(async () => {
    city = await startCity({ people: 30 });
  });
  afterAll(() => city.stop());

  test('gives an operator every setting that the hub needs', () => {
    // A folder is given by whoever starts the city with a place to write.
    const files = readdirSync(CONNECTORS, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^[^_].*\.yaml$/.test(name),
    );
    const wanted = files.flatMap((name) => [...readFileSync(join(CONNECTORS, name), 'utf8').matchAll(/\$\{(\w+)\}/g)]);
    expect(
      wanted
        .map(([, setting]) => setting)
        .filter((setting) => !String(setting).endsWith('_FOLDER') && !(String(setting) in city.settings)),
    ).toEqual([]);
  });

  test('links every tax object to its owner', () => {
    expect(city.links).toContainEqual({ nik: findPerson('demo').nik, kind: 'nop', value: findPerson('demo').nops[0] });
    const linked = city.links.filter(({ kind }) => kind === 'nop');
    expect(linked).toHaveLength(city.people.flatMap(({ nops }) => nops).length);
  });

  test('refuses to start half: a taken port leaves nothing listening', async () => {
    const taken = Number(new URL(city.systems.sikesal.url).port);
    const free = await startCity({ people: 1 });
    const port = Number(new URL(free.systems.disdukcapil.url).port);
    await free.stop();
    await expect(startCity({ people: 1, ports: { disdukcapil: port, sikesal: taken } })).rejects.toThrow('EADDRINUSE');
    await expect(fetch(`http://127.0.0.1:${port}/__control`)).rejects.toThrow();
  });

  test('stops at once, even while a call hangs', async () => {
    const doomed = await startCity({ people: 1 });
    doomed.systems.sikesal.control.set({ hang: true });
    const hanging = fetch(`${doomed.systems.sikesal.url}/api/laporan/cari`, { method: 'POST', body: '{}' });
    const outcome = expect(hanging).rejects.toThrow();
    await expect.poll(() => doomed.systems.sikesal.control.inFlight).toBe(1);
    await doomed.stop();
    await outcome;
    await expect.poll(() => doomed.systems.sikesal.control.inFlight).toBe(0);
  });
});
