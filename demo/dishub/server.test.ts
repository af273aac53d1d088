import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createClientAsync, WSSecurity } from 'soap';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import type { Alias } from '../people/person.ts';
import { createPopulation } from '../people/population.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { createVehicleRegister, listVehicleLinks } from './records.ts';
import { createDishub, DISHUB_ACCOUNT, KIR_PATH } from './server.ts';

const PEOPLE = createPopulation(2_000);
const SEED = 1571;
const WSDL = new URL('./kir.wsdl', import.meta.url).pathname;

let system: RunningSystem;
beforeAll(async () => {
  system = await serveSystem(createDishub(createVehicleRegister(PEOPLE, SEED)), 0, '127.0.0.1');
});
afterAll(() => system.stop());
beforeEach(() => system.control.reset());

const text = `<w:Password Type="urn:x#PasswordText">${DISHUB_ACCOUNT.password}</w:Password>`;
const TOKEN = `<w:Username>${DISHUB_ACCOUNT.user}</w:Username>${text}`;

async function post(body: string, token = TOKEN): Promise<{ status: number; text: string }> {
  const security = token && `<w:Security xmlns:w="urn:w"><w:UsernameToken>${token}</w:UsernameToken></w:Security>`;
  const response = await fetch(system.url + KIR_PATH, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>${security}</s:Header><s:Body>${body}</s:Body></s:Envelope>`,
    signal: AbortSignal.timeout(5_000),
  });
  return { status: response.status, text: await response.text() };
}

const askTest = (nouji: string, token?: string) =>
  post(`<CekUji xmlns="urn:dishub:kir"><noUji>${nouji}</noUji></CekUji>`, token);
const askPlate = (plate: string) =>
  post(`<CekNoPol xmlns="urn:dishub:kir"><noRegistrasi>${plate}</noRegistrasi></CekNoPol>`);

function numbersOf(alias: Alias): string[] {
  const { nik } = findPerson(alias);
  return listVehicleLinks(PEOPLE, SEED).flatMap((link) => (link.nik === nik ? [link.nouji] : []));
}

const valuesOf = (answer: string, name: string) =>
  [...answer.matchAll(new RegExp(`<ns1:${name}>([^<]*)<`, 'g'))].map(([, value]) => value);
const faultOf = (answer: string) => /<faultcode>(.*)<\/faultcode>/.exec(answer)?.[1];

test('a vehicle is had by its test number, with its tests, the newest first', async () => {
  expect(numbersOf('demo')).toEqual(['JB0000001']);
  const { status, text } = await askTest('JB0000001');
  expect(status).toBe(200);
  expect(valuesOf(text, 'no_registrasi_kendaraan')).toEqual(['BH 8001 QA']);
  expect(valuesOf(text, 'nama_pemilik')).toEqual(['RAHMAT SYAHPUTRA']);
  expect(valuesOf(text, 'tgl_uji')).toEqual(['08-09-2026', '12-03-2026']);
  expect(valuesOf(text, 'masa_berlaku')).toEqual(['09-03-2027', '10-09-2026']);
  expect(valuesOf(text, 'jbb')[0]).toMatch(/^\d\.\d{3}$/);
  expect(text).not.toContain(findPerson('demo').nik);
});

test('and by its plate, with blanks or without, in any case', async () => {
  for (const plate of ['BH 8001 QA', 'BH8001QA', ' bh 8001qa '])
    expect(valuesOf((await askPlate(plate)).text, 'nouji')).toEqual(['JB0000001']);
});

test('a person may own none, one or more', () => {
  expect([numbersOf('siti').length, numbersOf('kosong').length, numbersOf('ganda').length]).toEqual([0, 0, 2]);
});

test('a row that was struck out stands there all the same, and a validity may be zeros', async () => {
  const { text } = await askTest(numbersOf('aneh')[0] ?? '');
  expect(valuesOf(text, 'is_deleted')).toEqual(['0', '1']);
  expect(valuesOf(text, 'masa_berlaku')[0]).toBe('0000-00-00');
  expect(valuesOf(text, 'no_registrasi_kendaraan')[0]).toMatch(/^BH\d{4}Q[A-Z]$/);
  expect(text).toContain('<ns1:rfid xsi:nil="true"/>');
});

test('a failed test has no validity', async () => {
  const { text } = await askTest(numbersOf('ganda')[1] ?? '');
  expect(valuesOf(text, 'keterangan_hasil_uji')).toEqual(['TIDAK LULUS', 'LULUS UJI BERKALA']);
  expect(valuesOf(text, 'masa_berlaku')).toEqual(['0000-00-00', '15-06-2026']);
});

test('what it cannot answer is a fault under HTTP 500', async () => {
  const faults = [
    await askTest('JB9999999'),
    await askTest(' '),
    await post('<HapusUji xmlns="urn:dishub:kir"/>'),
    await post('<CekUji>'),
  ];
  expect(faults.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
  expect(faults.map(({ text }) => faultOf(text))).toEqual([
    'SOAP-ENV:Client.NotFound',
    'SOAP-ENV:Client',
    'SOAP-ENV:Client',
    'SOAP-ENV:Client',
  ]);
});

function digestToken(password: string, created = new Date().toISOString()): string {
  const nonce = Buffer.from('sekali-saja');
  const hash = createHash('sha1')
    .update(nonce)
    .update(created + password)
    .digest('base64');
  const typed = `<w:Password Type="urn:x#PasswordDigest">${hash}</w:Password>`;
  const rest = `<w:Nonce>${nonce.toString('base64')}</w:Nonce><u:Created xmlns:u="urn:u">${created}</u:Created>`;
  return `<w:Username>${DISHUB_ACCOUNT.user}</w:Username>${typed}${rest}`;
}

test('a password is taken as text or as a digest, and nothing is told without one', async () => {
  const { password } = DISHUB_ACCOUNT;
  expect((await askTest('JB0000001', digestToken(password))).status).toBe(200);
  const refused = [
    TOKEN.replace(password, 'salah'),
    digestToken('salah'),
    digestToken(password, '2026-01-01T00:00:00Z'),
  ];
  for (const token of refused)
    expect(faultOf((await askTest('JB0000001', token)).text)).toBe('wsse:FailedAuthentication');
  expect(faultOf((await askTest('JB0000001', '')).text)).toBe('wsse:InvalidSecurity');
});

test('the allowance that is used up is a fault too', async () => {
  system.control.set({ quota: true, times: 1 });
  expect(faultOf((await askTest('JB0000001')).text)).toBe('SOAP-ENV:Client.LimitExceeded');
});

test('gives its WSDL, of which the connector has a copy', async () => {
  const served = await (await fetch(`${system.url}${KIR_PATH}?wsdl`)).text();
  expect(served).toBe(readFileSync(WSDL, 'utf8'));
  expect(readFileSync(new URL('../../connectors/dishub/kir.wsdl', import.meta.url), 'utf8')).toBe(served);
});

test('a client made from the WSDL by somebody else understands it', async () => {
  const client = await createClientAsync(WSDL, {}, system.url + KIR_PATH);
  const options = { passwordType: 'PasswordDigest', hasTimeStamp: false };
  client.setSecurity(new WSSecurity(DISHUB_ACCOUNT.user, DISHUB_ACCOUNT.password, options));
  const [answer] = await client.CekUjiAsync({ noUji: 'JB0000001' });
  expect(answer).toMatchObject({ kendaraan: { nouji: 'JB0000001' }, hasil_uji: [{ is_deleted: '0' }, {}] });
});

test('the same seed gives the same vehicles, and other people do not change them', () => {
  const links = listVehicleLinks(PEOPLE, SEED);
  expect(new Set(links.map(({ nouji }) => nouji)).size).toBe(links.length);
  expect(links.length).toBeGreaterThan(50);
  expect(listVehicleLinks(createPopulation(500), SEED)).toEqual(
    links.slice(0, listVehicleLinks(createPopulation(500), SEED).length),
  );
});
