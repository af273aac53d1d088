import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { callsMade, codesOf } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
beforeEach(async () => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
  await hub.database.pool.query('delete from consents');
});
afterAll(() => hub.stop());

const SITI = findPerson('siti').nik;
const THIRD = { app: 'pihak-ketiga', scopes: ['citizen.dpmptsp'], purpose: 'pengingat-pajak' };
const RECORDS = '{ me { nik permits { id } taxBills { year } complaints { id } } }';
const TEXT = `query ($app: ID!, $scopes: [String!]!, $purpose: String!) {
  consentText(app: $app, scopes: $scopes, purpose: $purpose) { version text }
}`;
const GIVE = `mutation ($app: ID!, $scopes: [String!]!, $purpose: String!, $version: String!) {
  giveConsent(app: $app, scopes: $scopes, purpose: $purpose, textVersion: $version) { id app scopes purpose inForce }
}`;
const WITHDRAW = 'mutation ($id: ID!) { withdrawConsent(id: $id) { id inForce } }';
const LIST = '{ me { consents { id app inForce withdrawnOn } } }';

const askThird = async (query = RECORDS, options: { acr?: string; citizen?: string } = {}) =>
  hub.ask(query, {
    token: await hub.tokenOf(options.citizen ?? 'siti', { clientId: 'pihak-ketiga', acr: options.acr }),
  });
const readText = async (asked: typeof THIRD) => (await hub.ask(TEXT, { variables: asked })).data.consentText;
async function give(asked = THIRD, options: { acr?: string; clientId?: string; version?: string } = {}) {
  const version = options.version ?? (await readText(asked)).version;
  const token = await hub.tokenOf('siti', { acr: options.acr, clientId: options.clientId ?? 'warga' });
  return hub.ask(GIVE, { token, variables: { ...asked, version } });
}

describe('an application of somebody else', () => {
  it('sees nothing of a citizen without his consent, and no system is asked', async () => {
    const other = `{ citizen(nik: "${SITI}") { permits { id } taxBills { year } } }`;
    for (const query of ['{ me { permits { id } taxBills { year } } }', other]) {
      const answer = await askThird(query);
      expect(new Set(codesOf(answer).map(([, code]) => code))).toEqual(new Set(['CONSENT_MISSING']));
      expect(answer.text).not.toContain(SITI);
    }
    expect(callsMade(hub)).toBe(0);
  });

  it('sees the records of the OPDs that he consented to and of no other', async () => {
    await give();
    const answer = await askThird();
    expect(answer.data.me).toMatchObject({ nik: SITI, permits: [expect.anything()], taxBills: null, complaints: null });
    expect(codesOf(answer).sort()).toEqual([
      ['me.complaints', 'FORBIDDEN'],
      ['me.taxBills', 'FORBIDDEN'],
    ]);
    expect(hub.demo.city.systems.bpprd.control.calls.total).toBe(0);
  });

  it('sees nothing of the citizen’s dealings with the hub: who looked, what he consented to and asked for', async () => {
    await give();
    const answer = await askThird(
      '{ me { links { id } accessLog { next } consents { id } dataRequests { id what } myData { json } } }',
      { acr: 'high' },
    );
    expect(answer.data.me).toEqual({ links: null, accessLog: null, consents: null, dataRequests: null, myData: null });
    expect(new Set(codesOf(answer).map(([, code]) => code))).toEqual(new Set(['FORBIDDEN']));
    const ask = 'mutation { requestAboutData(kind: ERASURE, opd: "city", what: "Hapus semuanya.") { id } }';
    expect(codesOf(await askThird(ask))).toEqual([['requestAboutData', 'FORBIDDEN']]);
  });

  it('sees nothing by another citizen’s consent', async () => {
    await give();
    expect(codesOf(await askThird(undefined, { citizen: 'demo' }))).toEqual([['me.nik', 'CONSENT_MISSING']]);
  });

  it('sees nothing once the consent is withdrawn, with the token it already has', async () => {
    const { id } = (await give()).data.giveConsent;
    const token = await hub.tokenOf('siti', { clientId: 'pihak-ketiga' });
    expect((await hub.ask(RECORDS, { token })).data.me.permits).toHaveLength(1);
    hub.demo.city.systems.dpmptsp.control.reset();
    const withdrawn = await hub.ask(WITHDRAW, { citizen: 'siti', variables: { id } });
    expect(withdrawn.data.withdrawConsent).toEqual({ id, inForce: false });
    const answer = await hub.ask(RECORDS, { token });
    expect([answer.data, codesOf(answer)]).toEqual([{ me: null }, [['me.nik', 'CONSENT_MISSING']]]);
    expect(callsMade(hub)).toBe(0);
    expect((await hub.ask(LIST, { citizen: 'siti' })).data.me.consents).toEqual([
      { id, app: 'Pengingat Pajak', inForce: false, withdrawnOn: expect.any(String) },
    ]);
  });

  it('sees nothing once the consent’s year is over', async () => {
    await give();
    await hub.database.pool.query(`update consents set until = now() - interval '1 second'`);
    expect(codesOf(await askThird())).toEqual([['me.nik', 'CONSENT_MISSING']]);
  });

  it('that has another id or another purpose is not covered', async () => {
    const other = {
      name: 'Lain',
      owner: 'PT Lain',
      party: 'other',
      redirectUris: ['http://127.0.0.1:9999/kembali'],
      origins: [],
      perMinute: 100,
    } as const;
    await hub.stores.apps.add({
      ...other,
      id: 'lain',
      scopes: ['citizen.dpmptsp'],
      purposes: ['pengingat-pajak', 'iklan'],
    });
    const askAs = async (purpose: string) =>
      hub.ask(RECORDS, { token: await hub.tokenOf('siti', { clientId: 'lain' }), headers: { 'hub-purpose': purpose } });
    await give();
    expect(codesOf(await askAs('pengingat-pajak'))).toEqual([['me.nik', 'CONSENT_MISSING']]);
    await give({ ...THIRD, app: 'lain' });
    expect((await askAs('pengingat-pajak')).data.me.permits).toHaveLength(1);
    expect(codesOf(await askAs('iklan'))).toEqual([['me.nik', 'CONSENT_MISSING']]);
  });

  it('is no place for staff, whatever its purpose', async () => {
    const token = await hub.tokenOf('petugas-dpmptsp', { clientId: 'demo-console' });
    expect((await hub.ask('{ myCases { id } }', { token })).errors).toEqual([]);
    await hub.stores.apps.add({
      ...{ id: 'meja-lain', name: 'Meja lain', owner: 'PT Lain', party: 'other', scopes: ['officer'] },
      ...{ purposes: ['pelayanan'], redirectUris: ['http://127.0.0.1:9999/kembali'], origins: [], perMinute: 100 },
    });
    const elsewhere = await hub.tokenOf('petugas-dpmptsp', { clientId: 'meja-lain' });
    for (const query of ['{ opds { code } }', '{ myCases { id } }']) {
      const answer = await hub.ask(query, { token: elsewhere });
      expect([answer.data, codesOf(answer)]).toEqual([undefined, [[undefined, 'FORBIDDEN']]]);
      expect(answer.errors[0]?.extensions.fix).toContain('city');
    }
  });
});

describe('the text of a consent', () => {
  it('names in Indonesian who sees what, what for, until when, and that it can be withdrawn', async () => {
    const { text } = await readText({ ...THIRD, scopes: ['citizen.dpmptsp', 'citizen.bpprd'] });
    for (const part of [
      'Pengingat Pajak',
      'PT Pengingat (rekaan)',
      'Dinas Penanaman Modal',
      'Badan Pengelola Pajak dan Retribusi Daerah',
      'pengingat-pajak',
      'mencabut',
    ])
      expect(text).toContain(part);
  });

  it('has another version for every other content, so that none can be given for another', async () => {
    const asked = [
      THIRD,
      { ...THIRD, scopes: ['citizen.bpprd'] },
      { ...THIRD, scopes: ['citizen.bpprd', 'citizen.dpmptsp'] },
    ];
    const versions = await Promise.all(asked.map(async (one) => (await readText(one)).version as string));
    expect(new Set(versions).size).toBe(3);
    expect((await readText(THIRD)).version).toBe(versions[0]);
    const answer = await give(asked[2], { version: versions[0] as string });
    expect(codesOf(answer)).toEqual([['giveConsent', 'BAD_USER_INPUT']]);
  });

  it.each([
    ['an application of the city', { ...THIRD, app: 'warga', scopes: ['citizen'], purpose: 'layanan-warga' }],
    ['one that does not exist', { ...THIRD, app: 'tidak-ada' }],
    ['a scope that it is not registered for', { ...THIRD, scopes: ['citizen.rsud'] }],
    ['everything, of one for some OPDs', { ...THIRD, scopes: ['citizen'] }],
    ['a purpose that it is not registered for', { ...THIRD, purpose: 'iklan' }],
    ['nothing', { ...THIRD, scopes: [] }],
  ])('of %s there is none', async (_name, asked) => {
    expect(codesOf(await hub.ask(TEXT, { variables: asked }))).toEqual([['consentText', 'BAD_USER_INPUT']]);
    expect(codesOf(await give(asked, { version: '2026-11-1' }))).toEqual([['giveConsent', 'BAD_USER_INPUT']]);
  });
});

describe('consent', () => {
  it('is given with the version of the text that was read', async () => {
    expect(codesOf(await give(THIRD, { version: '2020-01-1' }))).toEqual([['giveConsent', 'BAD_USER_INPUT']]);
    expect((await give()).data.giveConsent).toMatchObject({
      app: 'Pengingat Pajak',
      scopes: THIRD.scopes,
      inForce: true,
    });
  });

  it('is given and withdrawn in the city’s own applications only', async () => {
    const given = await give(THIRD, { clientId: 'pihak-ketiga' });
    expect(codesOf(given)).toEqual([['giveConsent', 'FORBIDDEN']]);
    const { id } = (await give()).data.giveConsent;
    const token = await hub.tokenOf('siti', { clientId: 'pihak-ketiga' });
    expect(codesOf(await hub.ask(WITHDRAW, { token, variables: { id } }))).toEqual([['withdrawConsent', 'FORBIDDEN']]);
  });

  it('needs a sure log-in to be given, and none to be withdrawn', async () => {
    expect(codesOf(await give(THIRD, { acr: 'low' }))).toEqual([['giveConsent', 'ASSURANCE_TOO_LOW']]);
    const { id } = (await give()).data.giveConsent;
    const token = await hub.tokenOf('siti', { acr: 'low' });
    expect((await hub.ask(WITHDRAW, { token, variables: { id } })).errors).toEqual([]);
  });

  it('of another is to be withdrawn no more than one that does not exist, and stays in force', async () => {
    const { id } = (await give()).data.giveConsent;
    const ask = (one: string) => hub.ask(WITHDRAW, { citizen: 'demo', variables: { id: one } });
    const [anothers, unknown] = [await ask(id), await ask('00000000-0000-4000-8000-000000000000')];
    expect(anothers.text).toBe(unknown.text);
    expect(codesOf(anothers)).toEqual([['withdrawConsent', 'NOT_FOUND']]);
    expect((await askThird()).data.me.permits).toHaveLength(1);
    expect((await hub.ask(LIST, { citizen: 'demo' })).data.me.consents).toEqual([]);
  });

  it('is written down as the basis of what the application saw', async () => {
    await give();
    await askThird();
    const log = '{ me { accessLog(first: 2) { entries { who app basis purpose shown opd { code } } } } }';
    expect((await hub.ask(log, { citizen: 'siti' })).data.me.accessLog.entries).toContainEqual({
      ...{ who: 'CITIZEN', app: 'Pengingat Pajak', basis: 'CONSENT', purpose: 'pengingat-pajak' },
      ...{ shown: true, opd: { code: 'dpmptsp' } },
    });
  });
});

describe('an application’s own token', () => {
  it('shows nothing of anybody, whatever its scopes, and no system is asked', async () => {
    await hub.stores.apps.add({
      ...{ id: 'mesin', name: 'Mesin', owner: 'Diskominfo', party: 'city', scopes: ['citizen', 'citizen.dpmptsp'] },
      ...{ purposes: ['mesin'], redirectUris: ['http://127.0.0.1:9999/kembali'], origins: [], perMinute: 100 },
    });
    const secret = await hub.stores.apps.rotateSecret('mesin');
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'mesin', client_secret: secret });
    const { access_token: token } = (await (
      await fetch(`${hub.url}/oauth/token`, { method: 'POST', body })
    ).json()) as { access_token: string };
    const query = `{ me { nik permits { id } } citizen(nik: "${SITI}") { nik permits { id } }
      caseCitizen { nik } openDataRequests { id } }`;
    const answer = await hub.ask(query, { token });
    expect(answer.data).toBe(null);
    expect(codesOf(answer).map(([, code]) => code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(codesOf(await hub.ask('{ me { nik } }', { token, headers: { 'hub-case': 'x' } }))).toEqual([
      [undefined, 'FORBIDDEN'],
    ]);
    expect(callsMade(hub)).toBe(0);
  });
});
