import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeliveryStore } from '../../src/store/index.ts';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { syncStreams } from '../support/sync-city.ts';
import { listBarriers } from './support/list-barriers.ts';
import { canLook, type LookOptions, logIn, openBrowser, visit, widthBeyondWindow } from './support/look.ts';

const PERMITS = 'dpmptsp/perizinan/Permit';
const CARDS = 'disnaker/ak1/JobSeekerCard';
const FILE = `mutation ($key: String!) { fileComplaint(idempotencyKey: $key, title: "Lampu padam",
  text: "Lampu jalan padam sejak kemarin.", category: "lampu") { id } }`;
const VIEWS = ['/opd', '/opd/ditolak', '/opd/kiriman', '/opd/konektor', `/opd/salinan/${CARDS}`];

describe.runIf(canLook)('the OPD’s desk', () => {
  let hub: TestHub;
  let browser: Browser;
  beforeAll(async () => {
    hub = await startTestHub({ pages: true, jobs: true });
    await syncStreams(hub, PERMITS, CARDS);
    browser = await openBrowser();
  });
  beforeEach(() => {
    for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  async function enter(who: string, path = '/opd', options: LookOptions = {}) {
    const visitor = await visit(browser, options);
    await logIn(visitor.page, hub.url, 'kantor', who, path);
    return visitor;
  }
  const headline = (page: Page) => page.locator('h1').textContent();

  it('says in one line how systems and copying fare, and the rows of each run add up', async () => {
    const { page, wrong, context, shoot } = await enter('petugas-dpmptsp');
    await expect.poll(() => headline(page)).toContain('Penanaman Modal');
    await expect.poll(() => page.locator('.lead').textContent()).toMatch(/menjawab|belum ditanya/);
    const row = page.locator('tr', { hasText: 'Permit' }).first();
    const [, read, written, unchanged, rejected, deleted] =
      /(\d+) dibaca = (\d+) ditulis \+ (\d+) tetap \+ (\d+) ditolak \+ (\d+) dihapus/.exec(
        (await row.locator('.sum').textContent()) ?? '',
      ) ?? [];
    expect(Number(read)).toBeGreaterThan(0);
    expect(Number(read)).toBe([written, unchanged, rejected, deleted].reduce((sum, part) => sum + Number(part), 0));
    expect(await row.textContent()).toContain('jumlahnya cocok');
    await shoot('opd');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('shows a rejected row with its cause and remedy, and takes it once the source is mended', async () => {
    const { page, wrong, context } = await enter('petugas-disnaker', '/opd/ditolak');
    const table = page.locator('table');
    await expect.poll(() => table.textContent()).toContain('berlaku_sampai');
    expect(await table.textContent()).toContain('lalu ulangi baris ini');
    await page.click('text=Coba lagi semuanya');
    await expect.poll(() => page.locator('[role=status]').first().textContent()).toMatch(/\d+ baris kini diterima/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('sets a stream still and lets it go on', async () => {
    const { page, context } = await enter('petugas-dpmptsp', `/opd/salinan/${PERMITS}`);
    await page.click('button:has-text("Hentikan dulu")');
    await expect.poll(() => page.locator('.badge').first().textContent()).toBe('dihentikan');
    await page.click('button:has-text("Lanjutkan")');
    await expect.poll(() => page.locator('.badge').first().textContent()).toBe('menunggu jadwal');
    await context.close();
  });

  it('tries one call for real and shows nothing of anybody', async () => {
    const { page, wrong, context, shoot } = await enter('petugas-dpmptsp', '/opd/konektor');
    const card = page.locator('section.card[aria-label="perizinan"]');
    await card.locator('input').fill('1571991007900001');
    await card.locator('button:has-text("Panggil")').click();
    await expect.poll(() => card.textContent()).toMatch(/dijawab dalam \d+ milidetik, \d+ catatan terbaca/);
    const answer = await card.locator('pre').first().textContent();
    expect(answer).not.toMatch(/RAHMAT|15719910/);
    await shoot('opd-try');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('says calmly why a call has no answer while the system is down', async () => {
    hub.demo.city.systems.dpmptsp.control.set({ down: true });
    const { page, context } = await enter('petugas-dpmptsp', '/opd/konektor');
    const card = page.locator('section.card[aria-label="perizinan"]');
    await card.locator('input').fill('1571991007900001');
    await card.locator('button:has-text("Panggil")').click();
    await expect.poll(() => card.locator('.notice').textContent()).toContain('OPD_UNAVAILABLE');
    await context.close();
  });

  it('decides a submission that no machine can, once an officer has looked', async () => {
    const { data } = await hub.ask(FILE, { citizen: 'siti', variables: { key: randomUUID() } });
    const deliveries = createDeliveryStore(hub.database, hub.keys);
    const claim = await deliveries.claim(data.fileComplaint.id, 60_000);
    if (claim.state !== 'claimed') throw new Error(claim.state);
    await deliveries.askPerson(claim.delivery, 'Nobody knows.');
    const { page, wrong, context } = await enter('petugas-diskominfo', '/opd/kiriman');
    await expect.poll(() => page.textContent('main')).toContain('perlu dilihat orang');
    expect(await page.textContent('main')).not.toContain('Lampu padam');
    expect(await page.isDisabled('button:has-text("Simpan keputusan")')).toBe(true);
    await page.click('text=Sudah ada di sistem kami');
    await page.fill('form input:not([type=radio])', 'SK-2026-009999');
    await page.click('button:has-text("Simpan keputusan")');
    await expect.poll(() => page.textContent('main')).toContain('Tidak ada kiriman yang menunggu');
    const asked = '{ me { submissions { entries { state receipt } } } }';
    const { entries } = (await hub.ask(asked, { citizen: 'siti' })).data.me.submissions;
    expect(entries).toEqual([{ state: 'DELIVERED', receipt: 'SK-2026-009999' }]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('is closed to a treasurer, and lets an operator choose the OPD', async () => {
    const treasurer = await enter('bendahara-dpmptsp');
    await expect.poll(() => headline(treasurer.page)).toBe('Halaman ini untuk petugas OPD');
    await treasurer.context.close();
    const operator = await enter('operator');
    await operator.page.selectOption('.opd-choice select', 'disnaker');
    await expect.poll(() => headline(operator.page)).toContain('Tenaga Kerja');
    expect(operator.page.url()).toContain('opd=disnaker');
    await operator.context.close();
  });

  it('invites whoever is not logged in', async () => {
    const { page, wrong, context } = await visit(browser);
    await page.goto(`${hub.url}/opd`);
    await expect.poll(() => page.locator('main a.button--main').textContent()).toBe('Masuk');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it.each([
    [360, 'light', 'id'],
    [1920, 'dark', 'en'],
  ] as const)('keeps nobody out and fits, at %i px, %s, %s', async (width, theme, language) => {
    const { page, context } = await enter('petugas-disnaker', '/opd', { width, theme, language, bypassCsp: true });
    for (const view of VIEWS) {
      await page.goto(hub.url + view);
      await page.waitForLoadState('networkidle');
      await page.waitForSelector('h1');
      expect([view, await widthBeyondWindow(page)]).toEqual([view, 0]);
      expect([view, await listBarriers(page)]).toEqual([view, []]);
    }
    await context.close();
  });
});
