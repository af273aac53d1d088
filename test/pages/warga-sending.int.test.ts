import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePhoto } from '../../src/store/attachments/testing/sample-files.ts';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import {
  canLook,
  type LookOptions,
  logIn,
  openBrowser,
  type Visitor,
  visit,
  widthBeyondWindow,
} from './support/look.ts';

let hub: TestHub;
let browser: Browser;
let photo: { name: string; mimeType: string; buffer: Buffer };
let aheadMs = 0;
const visitors: Visitor[] = [];

beforeAll(async () => {
  if (!canLook) return;
  // Sessions are the browser's, by the machine's time; only deliveries wait for hours to pass.
  hub = await startTestHub({ jobs: true, pages: true, timeoutMs: 1000, clock: { now: () => Date.now() + aheadMs } });
  photo = { name: 'lubang.jpg', mimeType: 'image/jpeg', buffer: await makePhoto() };
  browser = await openBrowser();
}, 120_000);
afterEach(async () => {
  for (const { control } of Object.values(hub?.demo.city.systems ?? {})) control.reset();
  for (const { context } of visitors.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

async function enter(options: LookOptions = {}): Promise<Visitor> {
  const visitor = await visit(browser, options);
  visitors.push(visitor);
  return visitor;
}

async function comeIn(who: string, to: string, options: LookOptions = {}): Promise<Visitor> {
  const visitor = await enter(options);
  await logIn(visitor.page, hub.url, 'warga', who, to);
  return visitor;
}

async function fillComplaint(page: Page, title: string): Promise<void> {
  await page.getByLabel('Tentang apa?').selectOption('jalan');
  await page.getByLabel('Judul singkat').fill(title);
  await page.getByLabel('Apa yang terjadi, dan di mana?').fill(`Lubang besar di depan pasar: ${title}.`);
}

const send = (page: Page, name = 'Kirim pengaduan') => page.getByRole('button', { name }).click();
const countComplaints = async (who: string, title: string): Promise<number> => {
  const { data } = await hub.ask('{ me { complaints { title } } }', { citizen: who });
  return data.me.complaints.filter((one: { title: string }) => one.title === title).length;
};
const countSubmissions = async (who: string): Promise<number> =>
  (await hub.ask('{ me { submissions { entries { id } } } }', { citizen: who })).data.me.submissions.entries.length;

/** Looks until the hub says so, by the button that people have for it. */
async function waitForState(page: Page, state: string): Promise<void> {
  const look = page.getByRole('button', { name: 'Periksa sekarang' });
  const isThere = async () => {
    if (await look.isVisible()) await look.click({ timeout: 1000 }).catch(() => undefined);
    return page.locator(`[data-state=${state}]`).count();
  };
  await expect.poll(isThere, { timeout: 15_000, interval: 300 }).toBe(1);
}

describe.runIf(canLook)('a complaint', () => {
  it('with a photo, while SiKesal is down, is kept and seen delivered after SiKesal is back', async () => {
    hub.demo.city.systems.sikesal.control.set({ down: true });
    const { page, wrong, shoot } = await comeIn('siti', '/warga/pengaduan/baru', { width: 360, height: 740 });
    await fillComplaint(page, 'Jalan berlubang di pasar');
    await page.getByLabel('Tambah foto').setInputFiles([photo]);
    await page.getByText('Siap', { exact: true }).waitFor();
    expect(await page.locator('.photo img').getAttribute('src')).toMatch(/^blob:/);
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
    await shoot('warga-pengaduan-360');
    await send(page);
    await page.locator('[data-state=ACCEPTED]').waitFor();
    await hub.jobs.work();
    await waitForState(page, 'DELIVERING');
    await page.getByText('Tidak perlu dikirim lagi').waitFor();
    hub.demo.city.systems.sikesal.control.reset();
    aheadMs += 30 * 60_000;
    await hub.jobs.work();
    aheadMs = 0;
    await waitForState(page, 'DELIVERED');
    await page.getByText(/^SK-2026-\d+$/).waitFor();
    expect(await countComplaints('siti', 'Jalan berlubang di pasar')).toBe(1);
    expect(wrong).toEqual([]);
    await shoot('warga-pengaduan-sampai-360');
  });

  it('is sent once by whoever clicks twice', async () => {
    const before = await countSubmissions('demo');
    const { page } = await comeIn('demo', '/warga/pengaduan/baru');
    await fillComplaint(page, 'Klik dua kali');
    await page.getByRole('button', { name: 'Kirim pengaduan' }).dblclick();
    await page.locator('[data-state=ACCEPTED]').waitFor();
    expect(await countSubmissions('demo')).toBe(before + 1);
    await hub.jobs.work();
    expect(await countComplaints('demo', 'Klik dua kali')).toBe(1);
  });

  it('that is sent again after its answer was lost is the same one', async () => {
    const before = await countSubmissions('lunas');
    const { page } = await comeIn('lunas', '/warga/pengaduan/baru');
    await fillComplaint(page, 'Sambungan putus');
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await send(page);
    await page.getByText('Layanan kota tidak dapat dihubungi').waitFor();
    await page.unroute('**/graphql');
    expect(await page.getByLabel('Judul singkat').inputValue()).toBe('Sambungan putus');
    await send(page);
    await page.locator('[data-state=ACCEPTED]').waitFor();
    expect(await countSubmissions('lunas')).toBe(before + 1);
  });

  it('goes on where it was when the session has ended meanwhile', async () => {
    const { page, context } = await comeIn('demo', '/warga/pengaduan/baru');
    await fillComplaint(page, 'Sesi berakhir di tengah');
    // Half an hour without use.
    aheadMs = 31 * 60_000;
    await send(page);
    await page.getByRole('heading', { name: 'Sesi Anda berakhir' }).waitFor();
    aheadMs = 0;
    await hub.database.pool.query('delete from web_sessions');
    const tab = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Masuk kembali di tab baru' }).click();
    const login = await tab;
    await login.waitForURL(/\/selesai|\/interaction\//);
    if (!login.url().includes('/selesai')) {
      await login.check('input[name=orang][value="demo"]');
      await login.click('button[value=masuk]');
      await login.waitForURL(`${hub.url}/selesai`);
    }
    await login.close();
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByText('isian Anda masih ada').waitFor();
    expect(await page.getByLabel('Judul singkat').inputValue()).toBe('Sesi berakhir di tengah');
    await send(page);
    await page.locator('[data-state=ACCEPTED]').waitFor();
  });

  it('with a file that is no photo says so in words, and goes without it', async () => {
    const { page, wrong } = await comeIn('ganda', '/warga/pengaduan/baru');
    await fillComplaint(page, 'Berkas salah');
    await page
      .getByLabel('Tambah foto')
      .setInputFiles([{ name: 'bukan.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('bukan foto sama sekali') }]);
    await page.getByText('Berkas ini tidak dapat diterima').waitFor();
    await page.getByRole('button', { name: 'Hapus foto bukan.jpg' }).click();
    await send(page);
    await page.locator('[data-state=ACCEPTED]').waitFor();
    // The browser itself notes the refused upload.
    expect(wrong.filter((line) => !line.includes('status of 4'))).toEqual([]);
  });
});

describe.runIf(canLook)('a permit', () => {
  it('is found by words with a mistake, applied for, and has DPMPTSP’s number in the end', async () => {
    const { page, wrong } = await comeIn('siti', '/warga/layanan');
    await page.getByLabel('Layanan apa yang Anda cari?').fill('izn paud');
    await page.getByRole('button', { name: 'Cari', exact: true }).click();
    await page.getByRole('link', { name: 'Izin Operasional PAUD' }).click();
    await page.getByText('14 hari kerja').waitFor();
    await page.getByText('Akta yayasan atau KTP pendiri').waitFor();
    await page.getByText('1 langkah masih perlu datang ke loket.').waitFor();
    await page.getByRole('link', { name: 'Ajukan sekarang' }).click();
    await page.getByLabel('Tempat usaha atau bangunan').fill('Jl. Contoh Raya No. 7');
    await page.getByLabel('Untuk apa izin ini?').fill('Kelompok bermain');
    await send(page, 'Kirim permohonan');
    await page.locator('[data-state=ACCEPTED]').waitFor();
    await hub.jobs.work();
    await waitForState(page, 'DELIVERED');
    await page.getByText(/^503\/\d{4}\/PAUD\/DPMPTSP\/2026$/).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Izin Operasional PAUD' }).waitFor();
    await page.goBack();
    expect(await page.getByLabel('Layanan apa yang Anda cari?').inputValue()).toBe('izn paud');
    expect(wrong).toEqual([]);
  });
});

describe.runIf(canLook)('a report of an illegal levy', () => {
  it('goes without a log-in, and is followed by its receipt, which stands in no address', async () => {
    const { page, wrong, shoot } = await enter({ width: 360, height: 740 });
    await page.goto(`${hub.url}/warga/pungli`);
    await page.getByLabel('Di dinas mana?').selectOption('dpmptsp');
    await page.getByLabel('Layanan apa?').selectOption('dpmptsp.izin-paud');
    await page.getByLabel('Tanggal kejadian').fill('2026-11-20');
    await page.getByLabel('Berapa yang diminta (rupiah)?').fill('150000');
    await page.getByLabel('Apa yang terjadi?').fill('Diminta saat mengambil izin, tanpa kuitansi.');
    expect(await page.getByLabel('Hanya Inspektorat').isDisabled()).toBe(true);
    await page.getByLabel('Tambah foto').setInputFiles([photo]);
    await page.getByText('Siap', { exact: true }).waitFor();
    await send(page, 'Kirim laporan');
    const receipt = await page.locator('.receipt').textContent();
    expect(receipt).toMatch(/^([A-Z]{4}-){4}[A-Z]{4}$/);
    await page.getByText('simpan baik-baik').waitFor();
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
    await shoot('warga-tanda-terima-360');
    await page.getByRole('link', { name: 'Ikuti laporan' }).click();
    await page.getByLabel('Tanda terima').fill(receipt?.toLowerCase() ?? '');
    await page.getByRole('button', { name: 'Lihat' }).click();
    await page.getByText('Diterima Inspektorat').waitFor();
    expect(page.url()).toBe(`${hub.url}/warga/pungli/ikuti`);
    await page.goBack();
    expect(await page.getByText(receipt ?? '').count()).toBe(0);
    expect(wrong).toEqual([]);
  });

  it('that there is none of is said calmly', async () => {
    const { page } = await enter();
    await page.goto(`${hub.url}/warga/pungli/ikuti`);
    await page.getByLabel('Tanda terima').fill('AAAA-AAAA-AAAA-AAAA-AAAA');
    await page.getByRole('button', { name: 'Lihat' }).click();
    await page.getByText('Tidak ada laporan dengan tanda terima itu').waitFor();
  });
});
