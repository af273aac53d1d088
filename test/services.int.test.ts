import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeServices } from '../src/city/index.ts';
import { type Database, openDatabase } from '../src/store/index.ts';
import { createServiceSearch } from '../src/store/services/service-search.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const TODAY = Date.parse('2026-11-24T09:00:00+07:00');

describe('the service catalogue', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ clock: { now: () => TODAY } });
  }, 60_000);
  afterAll(() => hub.stop());

  const search = async (words: string, opd?: string): Promise<string[]> => {
    const { data, errors } = await hub.ask(
      'query ($words: String, $opd: String) { services(search: $words, opd: $opd) { code } }',
      { variables: { words, opd } },
    );
    expect(errors).toEqual([]);
    return data.services.map(({ code }: { code: string }) => code);
  };

  it.each([
    ['izin dokter', 'dpmptsp.izin-praktik-dokter', 'words in any order'],
    ['dokter gigi praktek izin', 'dpmptsp.izin-praktik-dokter', 'another spelling: praktek is like praktik'],
    ['memakamkan', 'dpmptsp.izin-makam', 'another form of the word: its stem is makam'],
    ['mutasi sis', 'disdik.mutasi-siswa', 'the beginning of a word'],
    ['Aktá Kelahirán', 'disdukcapil.akta-kelahiran', 'accents'],
    ['akte lahr', 'disdukcapil.akta-kelahiran', 'a letter forgotten'],
    ['kartu kunign', 'disnaker.kartu-pencari-kerja', 'two letters exchanged'],
    ['bayar pajak tanah', 'bpprd.pbb-mutasi', 'no service has all three words: most of them'],
    ['surat untuk pindah', 'disdukcapil.pindah-datang', 'with a stop word'],
  ])('finds by “%s” first %s (%s)', async (words, code) => {
    expect((await search(words))[0]).toBe(code);
  });

  it('finds nothing by what is no word of it, by blanks or by signs of the query language', async () => {
    expect(await search('xyzzyqqq')).toEqual([]);
    expect(await search('  ')).toEqual([]);
    expect((await search("izin & !dokter:* | ') drop"))[0]).toMatch(/^dpmptsp\./);
  });

  it('searches in one OPD alone, and lists without words', async () => {
    expect(await search('surat', 'disdik')).toEqual(['disdik.mutasi-siswa']);
    const { data } = await hub.ask('{ services(first: 100) { code } opd(code: "disnaker") { services { code } } }');
    expect(data.services.length).toBe(describeServices().services.length);
    expect(data.opd.services).toEqual([
      { code: 'disnaker.kartu-pencari-kerja' },
      { code: 'disnaker.perselisihan-hubungan-industrial' },
    ]);
  });

  it('shows the standard of a day to somebody without log-in, and says that it is assumed', async () => {
    const { data, errors } = await hub.ask(`{
      service(code: "dishub.uji-berkala") {
        opd { code name }
        former: standard(on: "2024-01-04") { officialFee digital { share } note }
        standard { isDefault days officialFee steps { name channel } digital { share counterSteps isFullyDigital } basis }
        before: standard(on: "2010-01-01") { days }
      }
      none: service(code: "dishub.tiada") { code }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      service: {
        opd: { code: 'dishub', name: 'Dinas Perhubungan' },
        // Three of three steps need a counter: 0 / 3.
        former: { officialFee: null, digital: { share: 0 }, note: expect.stringContaining('tidak ditemukan') },
        standard: {
          isDefault: true,
          days: 1,
          officialFee: 0,
          steps: [
            { name: 'Mendaftar', channel: 'ONLINE' },
            { name: 'Membawa kendaraan ke balai uji', channel: 'COUNTER' },
          ],
          // One of two steps is done at home: 1 / 2.
          digital: { share: 0.5, counterSteps: ['Membawa kendaraan ke balai uji'], isFullyDigital: false },
          basis: ['PP 55/2012', 'UU 1/2022'],
        },
        before: null,
      },
      none: null,
    });
  });

  it('tells the working days that deadlines are counted by, and of which years they are not known', async () => {
    const { data, errors } = await hub.ask(`{
      workingCalendar { year isComplete holidays { on name isCollectiveLeave isCertain } }
      next: workingCalendar(year: 2027) { isComplete holidays { on } }
    }`);
    expect(errors).toEqual([]);
    expect(data.next).toEqual({ isComplete: false, holidays: [] });
    expect(data.workingCalendar).toMatchObject({ year: 2026, isComplete: true });
    expect(data.workingCalendar.holidays.slice(0, 3)).toEqual([
      { on: '2026-01-01', name: 'Hari Tahun Baru', isCollectiveLeave: false, isCertain: true },
      { on: '2026-01-16', name: 'Isra Mikraj Nabi Muhammad', isCollectiveLeave: false, isCertain: false },
      { on: '2026-02-16', name: 'Cuti Bersama Tahun Baru Imlek', isCollectiveLeave: true, isCertain: true },
    ]);
  });

  it('answers about 2022 with 62 kelurahan and the OPDs of 2022', async () => {
    const { data } = await hub.ask(`{
      former: kecamatan(on: "2022-06-30") { kelurahan { code } } now: kecamatan { name kelurahan { name from until } }
      opdsThen: opds(on: "2022-06-30") { code } opds { code }
    }`);
    const count = (list: { kelurahan: unknown[] }[]) => list.flatMap(({ kelurahan }) => kelurahan).length;
    expect([count(data.former), count(data.now)]).toEqual([62, 68]);
    expect(data.now[0].kelurahan.at(-1)).toEqual({ name: 'Aur Kenali', from: '2023-01-01', until: null });
    const codes = (list: { code: string }[]) => list.map(({ code }) => code);
    expect([codes(data.opdsThen).includes('brida'), codes(data.opds).includes('brida')]).toEqual([false, true]);
  });
});

describe('the index of services', () => {
  let database: Database;
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (event: string) => void warnings.push(event), error: () => {} };
  const service = { code: 'dlh.sppl', opd: 'dlh', name: 'SPPL', about: 'Pernyataan lingkungan', words: ['limbah'] };
  beforeAll(async () => {
    database = await openDatabase(await createTestDatabase(), { maxConnections: 4 });
    await database.migrate();
  });
  afterAll(() => database.close());

  it('is made anew with another version only', async () => {
    const search = createServiceSearch(database, log);
    await search.fill([service], '1');
    await search.fill([], '1');
    expect(await search.find('sppl', { limit: 5 })).toEqual(['dlh.sppl']);
    await search.fill([{ ...service, code: 'dlh.baru', name: 'Lain' }], '2');
    expect(await search.find('sppl', { limit: 5 })).toEqual([]);
    expect(await search.find('lain', { limit: 5 })).toEqual(['dlh.baru']);
    expect(warnings).toEqual([]);
  });

  it('goes on without the extension for typing mistakes, and says that it does', async () => {
    await database.pool.query('drop extension pg_trgm');
    const search = createServiceSearch(database, log);
    await search.fill([service], '3');
    expect(warnings.join()).toContain('create extension pg_trgm');
    expect(await search.find('limbah', { limit: 5 })).toEqual(['dlh.sppl']);
    expect(await search.find('limbha', { limit: 5 })).toEqual([]);
    // No service has both words: what has one of them is better than nothing.
    expect(await search.find('limbah kuda', { limit: 5 })).toEqual(['dlh.sppl']);
  });
});
