import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../../demo/people/find-person.ts';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { syncCity } from '../support/sync-city.ts';
import { canLook, logIn, openBrowser, type Visitor, visit } from './support/look.ts';

let hub: TestHub;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  if (!canLook) return;
  hub = await startTestHub({ databases: true, jobs: true, pages: true });
  await syncCity(hub, 'sweep');
  await hub.jobs.add({ system: 'city/tpp', name: 'tpp', data: {}, id: 'tpp', isForPerson: false });
  await hub.jobs.work();
  browser = await openBrowser();
}, 120_000);
afterEach(async () => {
  for (const { context } of visitors.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

async function comeIn(who: string, to: string): Promise<Visitor> {
  const visitor = await visit(browser);
  visitors.push(visitor);
  await logIn(visitor.page, hub.url, 'warga', who, to);
  return visitor;
}

async function comeInWeakly(who: string, to: string): Promise<Visitor> {
  const visitor = await visit(browser);
  visitors.push(visitor);
  const { page } = visitor;
  await page.goto(`${hub.url}/session/warga/masuk?kembali=${encodeURIComponent(to)}`);
  await page.check(`input[name=orang][value="${who}"]`);
  await page.check('input[name=cara][value=low]');
  await page.click('button[value=masuk]');
  await page.waitForURL(hub.url + to);
  return visitor;
}

/** Does at SiKesal what an agency's officers do there. */
async function atSikesal(path: string, body: object): Promise<void> {
  const { SIKESAL_URL, SIKESAL_API_KEY = '' } = hub.demo.city.settings;
  const headers = { 'content-type': 'application/json', 'x-api-key': SIKESAL_API_KEY };
  const response = await fetch(`${SIKESAL_URL}/api/laporan${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
}

describe.runIf(canLook)('the account', () => {
  it('unlinks a number and links it again, and says in words when the proof is wrong', async () => {
    const { page, wrong } = await comeIn('siti', '/warga/akun');
    await page.getByRole('button', { name: 'Lepas Nomor pelanggan air' }).click();
    await page.getByRole('button', { name: 'Ya, lepas' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Lepas Nomor pelanggan air' }).count()).toBe(0);
    await page.getByLabel('Nomor apa?').selectOption('no-langganan');
    await page.getByLabel('Nomornya').fill('0900.1204');
    await page.getByLabel('Nama pada rekening air').fill('ORANG LAIN');
    await page.getByRole('button', { name: 'Hubungkan' }).click();
    await page.getByText('Nomor dan keterangan tidak cocok dengan data Perumda Tirta Mayang').waitFor();
    expect(await page.getByLabel('Nomornya').inputValue()).toBe('0900.1204');
    await page.getByLabel('Nama pada rekening air').fill('Siti Marlina');
    await page.getByRole('button', { name: 'Hubungkan' }).click();
    await page.getByText('Nomor sudah dihubungkan').waitFor();
    await page.getByRole('button', { name: 'Lepas Nomor pelanggan air' }).waitFor();
    expect(wrong).toEqual([]);
  });

  it('gives all that the hub holds as a file, and takes a request about data', async () => {
    const { page, wrong } = await comeIn('lunas', '/warga/akun/data');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh data saya' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^data-saya-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toBeTypeOf('object');
    await page.getByText('Berkas disimpan di perangkat ini').waitFor();
    await page.getByLabel('Kepada siapa?').selectOption('bpprd');
    await page.getByLabel('Data yang mana, dan apa yang benar?').fill('Luas bumi seharusnya 120 meter persegi.');
    await page.getByRole('button', { name: 'Kirim permintaan' }).click();
    const request = page.locator('.record', { hasText: 'Luas bumi seharusnya' });
    await request.getByText('Pembetulan, Badan Pengelola Pajak').waitFor();
    await request.getByText('Menunggu jawaban').waitFor();
    expect(wrong).toEqual([]);
  });

  it('shows a consent that was given, and withdraws it', async () => {
    const { page, wrong } = await comeIn('siti', '/warga/akun/persetujuan');
    const [app, scopes, purpose] = ['pihak-ketiga', ['citizen.bpprd'], 'pengingat-pajak'];
    const variables = { app, scopes, purpose };
    const text = `query ($app: ID!, $scopes: [String!]!, $purpose: String!) {
      consentText(app: $app, scopes: $scopes, purpose: $purpose) { version } }`;
    const { data } = await hub.ask(text, { citizen: 'siti', variables });
    const give = `mutation ($app: ID!, $scopes: [String!]!, $purpose: String!, $version: String!) {
      giveConsent(app: $app, scopes: $scopes, purpose: $purpose, textVersion: $version) { id } }`;
    await hub.ask(give, { citizen: 'siti', variables: { ...variables, version: data.consentText.version } });
    await page.reload();
    await page.getByText('pengingat pajak', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: /^Tarik persetujuan untuk/ }).click();
    await page.getByText(/^Ditarik /).waitFor();
    expect(wrong).toEqual([]);
  });
});

describe.runIf(canLook)('what is sensitive', () => {
  it('is not asked for by a log-in that is not sure enough, and comes after a surer one', async () => {
    const { page, wrong } = await comeInWeakly('siti', '/warga/pegawai?bulan=2026-10');
    await page.getByText('perlu cara masuk yang lebih aman').waitFor();
    await page.getByRole('link', { name: 'Masuk lebih aman' }).click();
    await page.check('input[name=orang][value=siti]');
    await page.click('button[value=masuk]');
    await page.waitForURL(`${hub.url}/warga/pegawai?bulan=2026-10`);
    const line = page.locator('.record', { hasText: 'SKP (30 % pagu)' });
    await line.getByText('Rp1.125.000', { exact: true }).waitFor();
    await page.getByText('20 dari 22 hari kerja sudah dilaporkan.').waitFor();
    const log = '{ me { accessLog(first: 100, byOthers: true) { entries { fields } } } }';
    const { data } = await hub.ask(log, { citizen: 'siti' });
    expect(JSON.stringify(data.me.accessLog.entries)).not.toMatch(/tpp|Allowance/);
    expect(wrong).toEqual([]);
  });
});

describe.runIf(canLook)('a form that needs a surer log-in', () => {
  it.each([
    ['/warga/layanan/dpmptsp.izin-paud/ajukan', 'Kirim permohonan'],
    ['/warga/klinik/daftar', 'Daftar'],
    ['/warga/akun', 'Hubungkan'],
    ['/warga/akun/data', 'Kirim permintaan'],
  ])('says so at %s before anything is typed into it', async (path, button) => {
    const { page } = await comeInWeakly('lunas', path);
    await page.getByRole('link', { name: 'Masuk lebih aman' }).first().waitFor();
    expect(await page.getByRole('button', { name: button, exact: true }).count()).toBe(0);
  });
});

describe.runIf(canLook)('a clinic', () => {
  it('is booked by clinic, doctor and day, and the hospital’s code comes back', async () => {
    const { page, wrong } = await comeIn('siti', '/warga/klinik');
    // The hospital lives on 1 November 2026; Wednesdays and Fridays are the doctor's.
    await page.clock.setFixedTime(new Date('2026-11-02T08:00:00+07:00'));
    await page.getByRole('link', { name: 'Daftar antrean' }).click();
    await page.getByLabel('Klinik', { exact: true }).selectOption('INT');
    await page.getByLabel('Dokter dan jam').selectOption('D0000002 09:00-12:00');
    await page.getByLabel('Hari', { exact: true }).selectOption('2026-11-06');
    await page.getByLabel('Nomor telepon').fill('081200000000');
    await page.getByRole('button', { name: 'Daftar', exact: true }).click();
    await page.locator('[data-state=ACCEPTED]').waitFor();
    await hub.jobs.work();
    await page.getByRole('button', { name: 'Periksa sekarang' }).click();
    await page.getByText(/^20261106INT/).waitFor();
    expect(wrong).toEqual([]);
  });
});

describe.runIf(canLook)('an answered complaint', () => {
  it('is replied to, and so opened again by whoever is not satisfied', async () => {
    const file = `mutation { fileComplaint(idempotencyKey: "aduan-0001", title: "Lampu padam", text: "Lampu jalan padam sejak Senin.",
      category: "lampu") { id } }`;
    await hub.ask(file, { citizen: 'ganda' });
    await hub.jobs.work();
    const { data } = await hub.ask('{ me { complaints { id title } } }', { citizen: 'ganda' });
    const nomor = data.me.complaints.find(({ title }: { title: string }) => title === 'Lampu padam').id;
    await atSikesal('/teruskan', { nomor, opd_id: '15', alasan: 'Diverifikasi.' });
    await atSikesal('/jawab', { nomor, opd_id: '15', jawaban: 'Lampu sudah diganti.' });
    const { page, wrong } = await comeIn('ganda', '/warga/pengaduan');
    const complaint = page.getByRole('region', { name: 'Lampu padam' });
    await complaint.getByText('Lampu sudah diganti.').waitFor();
    await complaint.getByRole('button', { name: 'Tanggapi jawaban' }).click();
    await complaint.getByLabel('Belum, buka kembali').check();
    await complaint.getByLabel('Keterangan').fill('Lampunya masih padam.');
    await complaint.getByRole('button', { name: 'Kirim tanggapan' }).click();
    await complaint.locator('[data-state=ACCEPTED]').waitFor();
    await hub.jobs.work();
    await complaint.getByRole('button', { name: 'Periksa sekarang' }).click();
    await complaint.locator('[data-state=DELIVERED]').waitFor();
    expect(wrong).toEqual([]);
    expect(page.url()).not.toContain(nomor);
  });

  it('stays with its owner: nothing of him stands in the page of the next one on this browser', async () => {
    const { page } = await comeIn('demo', '/warga');
    await page.getByRole('heading', { level: 1, name: 'Halo, Rahmat Syahputra' }).waitFor();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL((address) => !address.pathname.startsWith('/warga'));
    await page.goto(`${hub.url}/warga`);
    await page.getByRole('link', { name: 'Masuk' }).first().waitFor();
    expect(await page.content()).not.toContain('Rahmat');
    expect(await page.content()).not.toContain(findPerson('demo').nik);
  });
});
