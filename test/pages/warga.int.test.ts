import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../../demo/people/find-person.ts';
import { askAtDesk, openCase } from '../support/ask-at-desk.ts';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { syncCity } from '../support/sync-city.ts';
import {
  canLook,
  type LookOptions,
  logIn,
  openBrowser,
  type Visitor,
  visit,
  widthBeyondWindow,
} from './support/look.ts';

const MOST_SCRIPT_BYTES = 120_000;
const CARDS = [
  ['Data diri', 'RAHMAT SYAHPUTRA'],
  ['Izin', 'Izin Penyelenggaraan Reklame'],
  ['Pajak bumi dan bangunan', 'PBB 2026'],
  ['Air Tirta Mayang', '2 belum dibayar'],
  ['Pengaduan SiKesal', 'Lampu jalan padam'],
  ['Uji kendaraan (KIR)', 'BH8001QA'],
  ['Kartu pencari kerja (AK-1)', 'Berlaku'],
  ['Izin di SiCantik', 'Sertifikat Laik Higiene'],
  ['Usaha (NIB)', 'USAHA JAHIT RAHMAT'],
  ['Kepegawaian', 'tidak tercatat sebagai pegawai'],
] as const;

let hub: TestHub;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  if (!canLook) return;
  hub = await startTestHub({ databases: true, jobs: true, pages: true, timeoutMs: 3000 });
  await syncCity(hub, 'sweep');
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

async function comeIn(who: string, to = '/warga', options: LookOptions = {}): Promise<Visitor> {
  const visitor = await enter(options);
  await logIn(visitor.page, hub.url, 'warga', who, to);
  return visitor;
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const isGraph = (request: Request) => new URL(request.url()).pathname === '/graphql';

describe.runIf(canLook)('the first screen of the citizen’s app', () => {
  it('invites whoever is not logged in, and says what goes without', async () => {
    const { page, wrong } = await enter({ width: 360 });
    await page.goto(`${hub.url}/warga`);
    await page.getByRole('heading', { level: 1, name: 'Semua urusan Anda di satu halaman' }).waitFor();
    await page.getByRole('link', { name: 'Mencari layanan, tarif resmi, dan syaratnya' }).waitFor();
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
    expect(wrong).toEqual([]);
  });

  it('asks the graph once before anything is drawn, then each OPD by itself', async () => {
    const { page, wrong } = await enter();
    const asked: Request[] = [];
    page.on('request', (request) => isGraph(request) && asked.push(request));
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route('**/graphql', async (route) => {
      if (route.request() === asked[0]) await held;
      await route.continue();
    });
    await logIn(page, hub.url, 'warga', 'demo', '/warga');
    // All that will ever stand there has its place already, and still nothing else has been asked.
    await card(page, 'Kepegawaian').waitFor();
    expect(asked).toHaveLength(1);
    expect(await page.getByRole('link', { name: 'Persetujuan Bangunan Gedung' }).count()).toBe(0);
    goOn();
    await page.getByRole('link', { name: 'Persetujuan Bangunan Gedung' }).waitFor();
    await card(page, 'Kepegawaian').getByText('tidak tercatat').waitFor();
    expect(asked.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

  it('needs less script than 120 kB, compressed', async () => {
    const { page } = await enter();
    const scripts: Request[] = [];
    page.on('requestfinished', (request) => request.resourceType() === 'script' && scripts.push(request));
    await page.goto(`${hub.url}/warga`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const sizes = await Promise.all(scripts.map(async (script) => (await script.sizes()).responseBodySize));
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  });

  it('shows everything OPD by OPD, on a phone', async () => {
    const { page, wrong, shoot } = await comeIn('demo', '/warga', { width: 360, height: 740 });
    for (const [name, text] of CARDS) await card(page, name).getByText(text).first().waitFor();
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
    const attention = page.locator('.attention');
    await attention.getByText('Pajak bumi dan bangunan lewat jatuh tempo: Rp684.720').waitFor();
    await attention.getByText('permohonan melewati batas waktu').waitFor();
    expect(wrong).toEqual([]);
    await shoot('warga-beranda-360');
  });

  it('says where a charge was above the official fee, and leads to reporting it', async () => {
    const { page } = await comeIn('siti');
    const item = page.locator('.attention__item', { hasText: 'dipungut di atas tarif resmi' });
    await item.getByText('Anda membayar Rp150.000, tarif resminya gratis.').waitFor();
    await item.getByRole('link', { name: 'Laporkan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Laporkan pungutan liar' }).waitFor();
    expect(await page.getByLabel('Di dinas mana?').inputValue()).toBe('dpmptsp');
    expect(await page.getByLabel('Layanan apa?').inputValue()).toBe('dpmptsp.izin-paud');
    expect(await page.getByLabel('Berapa yang diminta (rupiah)?').inputValue()).toBe('150000');
    expect(page.url()).toBe(`${hub.url}/warga/pungli`);
  });

  it('keeps the rest when OPDs are down: a copy with its time, or a calm notice', async () => {
    const { dpmptsp, bpprd } = hub.demo.city.systems;
    dpmptsp.control.set({ down: true });
    bpprd.control.set({ down: true });
    const { page } = await comeIn('demo');
    await card(page, 'Izin').getByText('Izin Penyelenggaraan Reklame').waitFor();
    await card(page, 'Izin')
      .getByText(/^salinan per /)
      .waitFor();
    const tax = card(page, 'Pajak bumi dan bangunan');
    await tax.getByText('Badan Pengelola Pajak dan Retribusi Daerah sedang tidak dapat dihubungi').waitFor();
    await card(page, 'Usaha (NIB)').getByText('USAHA JAHIT RAHMAT').waitFor();
    bpprd.control.reset();
    // The hub leaves a system alone for some seconds after it has failed.
    const again = tax.getByRole('button', { name: 'Coba lagi' });
    const isBack = async () => {
      if (await again.isVisible()) await again.click();
      return tax.getByText('PBB 2026').count();
    };
    await expect.poll(isBack, { timeout: 25_000, interval: 500 }).toBe(1);
  }, 60_000);

  it('shows the others while one OPD is slow', async () => {
    hub.demo.city.systems.bpprd.control.set({ hang: true });
    const { page } = await comeIn('demo');
    await card(page, 'Usaha (NIB)').getByText('USAHA JAHIT RAHMAT').waitFor();
    await card(page, 'Data diri').getByText('RAHMAT SYAHPUTRA').waitFor();
    expect(await card(page, 'Pajak bumi dan bangunan').getByText('PBB 2026').count()).toBe(0);
    await page.locator('.attention[aria-busy=true]').or(page.getByText('Badan Pengelola Pajak')).first().waitFor();
  });

  it('says one calm line without a network, and shows all once it is back', async () => {
    const { page } = await enter();
    await page.route('**/graphql', (route) => route.abort());
    await logIn(page, hub.url, 'warga', 'demo', '/warga');
    await page.getByText('Layanan kota tidak dapat dihubungi. Periksa sambungan Anda').waitFor();
    expect(await page.getByRole('button', { name: 'Coba lagi' }).count()).toBe(1);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await card(page, 'Usaha (NIB)').getByText('USAHA JAHIT RAHMAT').waitFor();
  });

  it('says to whoever has nothing what would be there, and how to link a number', async () => {
    const { page, wrong } = await comeIn('kosong');
    await page.getByText('Tidak ada yang perlu Anda lakukan sekarang.').waitFor();
    await page.getByText('Belum ada permohonan. Setelah Anda mengajukan').waitFor();
    await card(page, 'Air Tirta Mayang').getByRole('link', { name: 'Hubungkan nomor Anda' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nomor saya' }).waitFor();
    expect(wrong).toEqual([]);
  });

  it('speaks English when asked to', async () => {
    const { page } = await comeIn('demo', '/warga', { language: 'en' });
    await page.getByRole('heading', { name: 'Needs your attention' }).waitFor();
    await page.getByText('Land and building tax is overdue: Rp684,720').waitFor();
  });
});

describe.runIf(canLook)('an application', () => {
  it('opens with its way, deadline, charge beside official fee and what its OPD says now; back leads back', async () => {
    const { page, wrong } = await comeIn('siti');
    await page.getByRole('link', { name: 'Izin Operasional PAUD' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Izin Operasional PAUD' }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/warga/permohonan/rinci');
    const fees = page.locator('section', { has: page.getByRole('heading', { name: 'Biaya' }) }).last();
    expect(await fees.locator('dd').allTextContents()).toEqual(['Rp150.000', 'Gratis', 'Rp150.000']);
    await page.getByText('Berkas diterima di loket MPP').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await page.reload();
    await page.getByText('Berkas diterima di loket MPP').waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Halo, Siti Marlina' }).waitFor();
    expect(wrong).toEqual([]);
  });

  it('tells an overdue one in working days, and finds nothing of it in the address or in storage', async () => {
    const { page } = await comeIn('demo', '/warga/permohonan');
    await page.getByText(/^Terlambat \d+ hari kerja, seharusnya 29 Oktober 2026$/).waitFor();
    await page.getByRole('link', { name: 'Persetujuan Bangunan Gedung' }).click();
    await page.getByText(/^Terlambat \d+ hari kerja/).waitFor();
    const kept = (await page.evaluate(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])',
    )) as string;
    for (const secret of [findPerson('demo').nik, 'RAHMAT', '503/0001']) expect(kept).not.toContain(secret);
  });
});

describe.runIf(canLook)('who looked at my data', () => {
  it('shows the officer, his OPD, what he saw and why, and the attempt of another', async () => {
    const { nik } = findPerson('siti');
    const caseId = await openCase(hub, 'petugas-dpmptsp', nik, 'DPMPTSP/2026/77');
    const look = 'query { caseCitizen { permits { id } } }';
    expect((await askAtDesk(hub, 'petugas-dpmptsp', look, { caseId })).errors).toEqual([]);
    await askAtDesk(hub, 'petugas-dpmptsp', 'query ($nik: NIK!) { citizen(nik: $nik) { complaints { id } } }', {
      variables: { nik },
    });
    const { page, wrong, shoot } = await comeIn('siti');
    await page.getByText(/Dalam 30 hari terakhir data Anda dilihat \d+ kali oleh orang lain/).waitFor();
    await page.getByRole('link', { name: 'Lihat siapa, kapan, dan mengapa' }).click();
    const seen = page.locator('.record[data-shown=true]', { hasText: /izin \(Dinas Penanaman Modal/ }).first();
    await seen.getByText('Petugas dari Dinas Penanaman Modal').waitFor();
    await seen.getByText('pelayanan izin', { exact: true }).waitFor();
    await seen.getByText('tugas pelayanan publik').waitFor();
    const refused = page.locator('.record[data-shown=false]').first();
    await refused.getByText('Ditolak', { exact: true }).waitFor();
    await shoot('warga-siapa-melihat');
    await page.getByLabel('Tampilkan juga yang saya buka sendiri').check();
    await page.getByText('Anda sendiri').first().waitFor();
    expect(wrong).toEqual([]);
  });
});
