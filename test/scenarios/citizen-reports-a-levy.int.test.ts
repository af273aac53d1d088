import { generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto';
import { compactDecrypt, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAtDesk } from '../support/ask-at-desk.ts';
import { readOperation } from '../support/read-operation.ts';
import { findInDatabase, findInText } from '../support/search-database.ts';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';

const REPORT = readOperation('report-levy');
const FOLLOW = readOperation('levy-report');
const TEXT = 'Saat mengambil izin PAUD saya diminta seratus lima puluh ribu, tanpa kuitansi.';
const ANSWER = 'Uang Anda dikembalikan di loket 2; petugasnya sudah ditegur.';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let hub: TestHub;
let receipt: string;
beforeAll(async () => {
  const key = { kid: 'inspektorat-1', ...publicKey.export({ format: 'jwk' }) };
  hub = await startTestHub({ environment: { HUB_INSPEKTORAT_KEY: JSON.stringify(key) } });
}, 60_000);
afterAll(() => hub.stop());

const input = {
  ...{ idempotencyKey: randomUUID(), kind: 'ANONYMOUS', opd: 'dpmptsp', service: 'dpmptsp.izin-paud' },
  ...{ day: '2026-05-27', amountAsked: 150_000, text: TEXT },
};
const follow = (given: string) => hub.ask(FOLLOW, { variables: { receipt: given } });
const atInspektorat = (query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  askAtDesk(hub, 'petugas-inspektorat', query, { variables });

describe('siti was asked for money that the permit does not cost', () => {
  it('and reports it without saying who she is, for a receipt', async () => {
    const { data, errors } = await hub.ask(REPORT, { variables: { input } });
    expect(errors).toEqual([]);
    receipt = data.reportLevy.receipt;
    expect(receipt).toMatch(/^([A-Z]{4}-){4}[A-Z]{4}$/);
  });

  it('and follows it by the receipt alone, as she has written it down', async () => {
    const { data, errors } = await follow(receipt.toLowerCase().replaceAll('-', ' '));
    expect(errors).toEqual([]);
    expect(data.levyReport).toMatchObject({
      opd: { name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu' },
      service: { name: 'Izin Operasional PAUD' },
      state: 'RECEIVED',
      steps: [{ state: 'RECEIVED' }],
      answer: null,
    });
  });

  it('and Inspektorat reads it with its own key, beside the official fee, and answers her', async () => {
    const list = '{ levyReports(state: RECEIVED) { entries { id content } } }';
    const [entry] = (await atInspektorat(list)).data.levyReports.entries;
    const key = await importJWK(privateKey.export({ format: 'jwk' }) as JsonWebKey, 'ECDH-ES');
    const content = JSON.parse(Buffer.from((await compactDecrypt(entry.content, key)).plaintext).toString());
    expect(content).toEqual({
      ...{ kind: 'anonymous', opd: 'dpmptsp', service: 'dpmptsp.izin-paud', day: '2026-05-27' },
      ...{ amountAsked: 150_000, officialFee: 0, text: TEXT },
    });

    const move = `mutation ($id: ID!, $state: LevyState!, $answer: PersonalText) {
      answerLevyReport(id: $id, state: $state, answer: $answer) { state } }`;
    for (const [state, answer] of [['IN_REVIEW'], ['CLOSED', ANSWER]])
      expect((await atInspektorat(move, { id: entry.id, state, answer })).errors).toEqual([]);
    const { levyReport } = (await follow(receipt)).data;
    expect(levyReport).toMatchObject({ state: 'CLOSED', answer: ANSWER });
    expect(levyReport.steps.map(({ state }: { state: string }) => state)).toEqual(['RECEIVED', 'IN_REVIEW', 'CLOSED']);
  });

  it('and nothing of it is hers: not in her lists, her access log, the database or the hub’s log', async () => {
    const { text } = await hub.ask(
      '{ me { submissions { entries { kind } } accessLog(first: 100) { entries { fields purpose } } myData { json } } }',
      { citizen: 'siti' },
    );
    expect(text).toContain('entries');
    expect(text).not.toMatch(/levy|pungli/i);
    const needles = new Map([
      ['text', TEXT],
      ['answer', ANSWER],
      ['receipt', receipt],
      ['receipt without hyphens', receipt.replaceAll('-', '')],
    ]);
    expect(await findInDatabase(hub.database.pool, needles)).toEqual([]);
    expect(findInText('log', hub.logged.join('\n'), needles)).toEqual([]);
  });

  it('and the mayor sees that there was one, and no more', async () => {
    const query =
      '{ city { opds(codes: ["dpmptsp", "dlh"], sortBy: LEVY_REPORTS) { levyReports } totals { levyReports } } }';
    const { data } = await hub.ask(query, { citizen: 'walikota' });
    expect(data.city).toEqual({ opds: [{ levyReports: 1 }, { levyReports: 0 }], totals: { levyReports: 1 } });
  });
});

describe('on a bad day', () => {
  it('a receipt that is none opens nothing, and says no more than that', async () => {
    expect(await follow('ABCD-EFGH-JKMN-PQRS-TVWX')).toMatchObject({ data: { levyReport: null }, errors: [] });
  });

  it.each(['petugas-dpmptsp', 'walikota'])('%s, who is not Inspektorat, is refused the reports', async (who) => {
    const { data, errors } = await askAtDesk(hub, who, '{ levyReports { entries { content } } }');
    expect(data?.levyReports ?? null).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', pesan: 'Anda tidak berhak melihat data ini.' });
  });

  it('a hub that has no key of Inspektorat takes nothing that it could not protect, and says so', async () => {
    const bare = await startTestHub({ environment: { HUB_INSPEKTORAT_KEY: '' } });
    const { data, errors } = await bare.ask(REPORT, { variables: { input } }).finally(() => bare.stop());
    expect(data?.reportLevy ?? null).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({
      code: 'OPD_UNAVAILABLE',
      opd: 'inspektorat',
      pesan: expect.stringMatching(/Inspektorat/),
    });
  });
});
