import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { syncCity } from '../support/sync-city.ts';
import { listBarriers } from './support/list-barriers.ts';
import { canLook, logIn, openBrowser, type Visitor, visit, widthBeyondWindow } from './support/look.ts';

/** Every view, and what stands in it when it is there. */
const VIEWS = [
  ['', 'Usaha (NIB)'],
  ['/permohonan', 'Izin Operasional PAUD'],
  ['/kiriman', 'Belum ada kiriman'],
  ['/layanan', 'Izin Operasional PAUD'],
  ['/layanan/dpmptsp.izin-paud', 'Siapkan ini'],
  ['/layanan/dpmptsp.izin-paud/ajukan', 'Kirim permohonan'],
  ['/pengaduan', 'Ditangani'],
  ['/pengaduan/baru', 'Kirim pengaduan'],
  ['/tagihan', 'Objek pajak'],
  ['/klinik', 'Sudah datang'],
  ['/klinik/daftar', 'Nomor rekam medis'],
  ['/pungli', 'Layanan apa?'],
  ['/pungli/ikuti', 'Tanda terima'],
  ['/akun', 'Hubungkan nomor'],
  ['/akun/akses', 'Tampilkan juga'],
  ['/akun/persetujuan', 'belum memberi persetujuan'],
  ['/akun/data', 'Permintaan saya'],
  ['/pegawai?bulan=2026-10', 'SKP (30 % pagu)'],
] as const;

let hub: TestHub;
let browser: Browser;

beforeAll(async () => {
  if (!canLook) return;
  hub = await startTestHub({ databases: true, jobs: true, pages: true });
  await syncCity(hub, 'sweep');
  await hub.jobs.add({ system: 'city/tpp', name: 'tpp', data: {}, id: 'tpp', isForPerson: false });
  await hub.jobs.work();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

describe.runIf(canLook).each([
  ['light', 1280],
  ['dark', 360],
] as const)('the citizen’s app, %s and %i px wide', (theme, width) => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await visit(browser, { theme, width, bypassCsp: true });
    await logIn(visitor.page, hub.url, 'warga', 'siti', '/warga');
  });
  afterAll(() => visitor.context.close());

  it.each(VIEWS)('keeps nobody out of /warga%s and fits the window', async (path, text) => {
    const { page, wrong, shoot } = visitor;
    await page.goto(`${hub.url}/warga${path}`, { waitUntil: 'networkidle' });
    await page.getByText(text).first().waitFor();
    expect(await listBarriers(page)).toEqual([]);
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
    expect(await page.locator('h1').count()).toBe(1);
    expect(wrong.splice(0)).toEqual([]);
    await shoot(`warga${path.replaceAll(/[^a-z]+/g, '-')}-${theme}-${width}`);
  });

  it('keeps nobody out of an application', async () => {
    const { page } = visitor;
    await page.goto(`${hub.url}/warga/permohonan`);
    await page.getByRole('link', { name: 'Izin Operasional PAUD' }).click();
    await page.getByText('Berkas diterima di loket MPP').waitFor();
    expect(await listBarriers(page)).toEqual([]);
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
  });
});
