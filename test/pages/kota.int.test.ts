import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHub } from '../support/start-test-hub.ts';
import {
  canLook,
  type LookOptions,
  logIn,
  openBrowser,
  type Visitor,
  visit,
  widthBeyondWindow,
} from './support/look.ts';
import { BOARD_DAY, startBoardHub } from './support/start-board-hub.ts';

const BOARD = `/kota?hari=${BOARD_DAY}`;

describe.runIf(canLook)('the board', () => {
  let hub: TestHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startBoardHub(), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  async function open(who: string, to = BOARD, options: LookOptions = {}): Promise<Visitor & { asked: string[] }> {
    const visitor = await visit(browser, options);
    const asked: string[] = [];
    visitor.page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
    });
    await logIn(visitor.page, hub.url, 'kantor', who, to);
    await visitor.page.waitForSelector('h1:not(:empty)');
    return { ...visitor, asked };
  }

  async function close({ context, wrong }: Visitor): Promise<void> {
    await context.close();
    expect(wrong).toEqual([]);
  }

  describe('of the mayor', () => {
    it('says at one look what is overdue and where, with one request', async () => {
      const visitor = await open('walikota');
      const { page, asked } = visitor;
      await page.waitForSelector('.tile');
      const { data } = await hub.ask(
        `{ city(on: "${BOARD_DAY}") { totals { overdueApplications openApplications } alerts { message } } }`,
        { citizen: 'walikota' },
      );
      const { overdueApplications: overdue, openApplications: all } = data.city.totals;
      const told =
        overdue > 0 ? `${overdue} dari ${all} permohonan lewat batas, semuanya di DPMPTSP` : 'pengaduan lewat batas';
      expect(await page.textContent('h1')).toContain(told);
      expect(await page.locator('.alerts li').count()).toBe(data.city.alerts.length);
      expect(await page.locator('.alerts p[lang=id]').count()).toBe(data.city.alerts.length);
      expect(asked).toHaveLength(1);
      await visitor.shoot('kota-1280');
      await close(visitor);
    });

    it('sorts by a figure, the worst first; the address keeps it and the back button undoes it', async () => {
      const visitor = await open('walikota');
      const { page } = visitor;
      const firstRow = () => page.textContent('.heat tbody tr:first-child th');
      const first = await firstRow();
      await page.getByRole('columnheader', { name: /^IKM/ }).getByRole('button').click();
      await expect.poll(() => page.getAttribute('th[aria-sort]', 'aria-sort')).toBe('ascending');
      expect(page.url()).toContain('urut=kepuasan');
      const { data } = await hub.ask(
        `{ city(on: "${BOARD_DAY}") { opds(sortBy: IKM, descending: false, first: 1) { name } } }`,
        { citizen: 'walikota' },
      );
      expect(await firstRow()).toBe(data.city.opds[0].name);
      await page.goBack();
      await expect.poll(firstRow).toBe(first);
      await close(visitor);
    });

    it('goes to another day and another comparison by its address, and back', async () => {
      const visitor = await open('walikota');
      const { page } = visitor;
      await page.getByText('Angka utama, dibandingkan dengan 31 Oktober 2026').waitFor();
      await page.locator('.pickers select').selectOption('tahun-lalu');
      await page.getByText('Angka utama, dibandingkan dengan 24 November 2025').waitFor();
      await page.getByLabel('Keadaan per').fill('2026-06-15');
      await page.getByText('Angka utama, dibandingkan dengan 15 Juni 2025').waitFor();
      expect(page.url()).toContain('hari=2026-06-15&banding=tahun-lalu');
      await page.goBack();
      await page.goBack();
      await page.getByText('Angka utama, dibandingkan dengan 31 Oktober 2026').waitFor();
      await page.locator('.board-body:not([data-other])').waitFor();
      await close(visitor);
    });

    it('never shows a day’s figures under another’s name while that is slow to come', async () => {
      const visitor = await open('walikota');
      const { page } = visitor;
      await page.waitForSelector('.tile');
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/graphql', async (route) => {
        await held;
        await route.continue();
      });
      await page.getByLabel('Keadaan per').fill('2026-06-15');
      await page.getByText('Memuat hari yang dipilih.').waitFor();
      release();
      await page.locator('.board-body:not([data-other])').waitFor();
      expect(await page.locator('.kicker').textContent()).toBe('Kota Jambi, 15 Juni 2026');
      await close(visitor);
    });

    it('opens where a figure comes from, also with the arrow keys, and gives the focus back', async () => {
      const visitor = await open('walikota');
      const { page } = visitor;
      await page.locator('.heat [tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const focused = () => page.evaluate('document.activeElement.dataset.cell');
      expect(await focused()).toBe('1:1');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      const sheet = page.getByRole('dialog');
      await sheet.getByText('dpmptsp/perizinan').waitFor();
      expect(await sheet.textContent()).toContain('asumsi hub');
      await page.keyboard.press('Escape');
      await expect.poll(focused).toBe('0:0');
      await close(visitor);
    });

    it('says of what is not known that it is not, and why, never nought', async () => {
      const visitor = await open('walikota', `${BOARD}&cari=lingkungan`);
      const { page } = visitor;
      const cell = page.locator('.heat tbody [data-cell="0:0"]');
      expect((await cell.textContent())?.trim()).toBe('—');
      await cell.click();
      await page.getByText('Belum ada sistem permohonan OPD ini yang terhubung dengan hub.').waitFor();
      await close(visitor);
    });

    it('goes on to an OPD, a service and back, to the board as it was', async () => {
      const visitor = await open('walikota', `${BOARD}&urut=lewat-batas`);
      const { page } = visitor;
      await page.locator('.heat tbody th a').first().click();
      await expect.poll(() => page.textContent('h1')).toBe('Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu');
      expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
      expect(page.url()).toContain(`hari=${BOARD_DAY}`);
      await page.getByRole('link', { name: 'Surat Izin Praktik Dokter' }).click();
      await expect.poll(() => page.textContent('h1')).toBe('Surat Izin Praktik Dokter');
      await page.goBack();
      await page.goBack();
      await page.waitForSelector('.heat');
      expect(page.url()).toContain('urut=lewat-batas');
      await close(visitor);
    });

    it('shows a month beside the month before', async () => {
      const visitor = await open('walikota', '/kota/bulan/2026-10');
      const { page } = visitor;
      await page.getByText('Angka utama, dibandingkan dengan 30 September 2026').waitFor();
      await page.getByRole('link', { name: /September 2026/ }).click();
      await page.getByText('Angka utama, dibandingkan dengan 31 Agustus 2026').waitFor();
      await close(visitor);
    });

    it('takes the table away as CSV and XLSX', async () => {
      const visitor = await open('walikota');
      const { page } = visitor;
      for (const format of ['CSV', 'XLSX']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `Unduh ${format}` }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`kota-jambi-${BOARD_DAY}.${format.toLowerCase()}`);
        const content = await readFile(await download.path());
        if (format === 'CSV') expect(content.toString()).toContain('opd.code,name,openApplications');
        else expect(content.subarray(0, 2).toString()).toBe('PK');
      }
      await close(visitor);
    });

    it('prints every OPD with its head, the date and no buttons', async () => {
      const visitor = await open('walikota', BOARD, { theme: 'dark' });
      const { page } = visitor;
      await page.waitForSelector('.heat');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.kicker').textContent()).toBe('Kota Jambi, 24 November 2026');
      expect(await page.locator('.heat tbody tr').filter({ visible: true }).count()).toBeGreaterThan(35);
      expect(await page.locator('.heat thead .on-paper').filter({ visible: true }).count()).toBeGreaterThan(10);
      expect(await page.getByRole('button', { name: 'Cetak' }).count()).toBe(0);
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
      const paper = await page.pdf({ preferCSSPageSize: true });
      expect(paper.toString('latin1')).toMatch(/\/MediaBox \[0 0 84\d(\.\d+)? 59\d(\.\d+)?\]/);
      await close(visitor);
    });

    it('sees which system is down, and keeps its figures with their age', async () => {
      hub.demo.city.systems.dpmptsp.control.set({ down: true });
      for (let call = 0; call < 5; call++) await hub.ask('{ me { permits { id } } }', { citizen: 'siti' });
      const visitor = await open('walikota');
      const { page } = visitor;
      await page.getByText('sistem tidak menjawab (DPMPTSP)').waitFor();
      await page.getByRole('button', { name: /Sistem dan umur data/ }).click();
      const sheet = page.getByRole('dialog');
      expect(await sheet.textContent()).toContain('Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu');
      expect(await sheet.textContent()).toMatch(/permohonan\s*hari ini pukul \d\d[.:]\d\d/);
      await page.keyboard.press('Escape');
      const row = page.locator('.heat tbody tr').filter({ hasText: 'Satu Pintu' });
      expect(await row.locator('[data-cell$=":0"]').textContent()).toMatch(/\d/);
      expect(await row.locator('.heat__health').getAttribute('data-down')).toBe('true');
      hub.demo.city.systems.dpmptsp.control.reset();
      await close(visitor);
    });
  });

  it('of an OPD waits for no slow system: what e-SAKIP would say comes later or is said to be missing', async () => {
    hub.demo.city.systems.esakip.control.set({ down: true });
    const visitor = await open('walikota', `/kota/opd/disnaker?hari=${BOARD_DAY}`);
    const { page } = visitor;
    await page.waitForSelector('.measures');
    const sakip = page.locator('section').filter({ has: page.locator('#sakip') });
    // Evaluations over years are the hub's copy; documents are asked for there and then, and nobody knows of them now.
    await sakip.getByText('73,71 BB').waitFor();
    await sakip.getByText('Renstra: tidak diketahui').waitFor();
    hub.demo.city.systems.esakip.control.reset();
    await close(visitor);
  });

  describe('of others', () => {
    it('an officer’s is his own OPD alone, whatever address he writes', async () => {
      const visitor = await open('petugas-dpmptsp', `/kota/opd/pupr?hari=${BOARD_DAY}`);
      const { page, asked } = visitor;
      await expect.poll(() => page.textContent('h1')).toBe('Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu');
      await page.waitForSelector('.systems li');
      expect(await page.getByText('Pekerjaan Umum').count()).toBe(0);
      expect(asked.join()).not.toContain('pupr');
      await close(visitor);
    });

    it('the auditor’s has all OPDs, and of systems how many answer', async () => {
      const visitor = await open('auditor', `/kota/opd/dpmptsp?hari=${BOARD_DAY}`);
      await visitor.page.getByText('Rinciannya untuk petugas OPD ini dan wali kota.').waitFor();
      expect(await visitor.page.locator('.notice code').count()).toBe(0);
      await close(visitor);
    });

    it('the operator is told in words that it is not for him, and nothing is asked', async () => {
      const visitor = await open('operator');
      expect(await visitor.page.textContent('h1')).toBe('Papan ini bukan untuk peran Anda');
      expect(visitor.asked).toEqual([]);
      await close(visitor);
    });

    it('a citizen who is logged in as one meets the door', async () => {
      const visitor = await visit(browser);
      const { page } = visitor;
      await logIn(page, hub.url, 'warga', 'siti', '/warga');
      await page.goto(`${hub.url}${BOARD}`);
      await page.getByRole('heading', { name: 'Papan wali kota' }).waitFor();
      expect(await page.locator('.tile').count()).toBe(0);
      await close(visitor);
    });
  });

  describe('fits', () => {
    it.each([
      [360, 'light', '/kota'],
      [360, 'dark', '/kota/opd/dpmptsp'],
      [1920, 'light', '/kota'],
    ] as const)('%i px, %s, %s', async (width, theme, path) => {
      const visitor = await open('walikota', `${path}?hari=${BOARD_DAY}`, { width, theme, language: 'en' });
      await visitor.page.waitForSelector('.figures__title');
      expect(await visitor.page.locator('.cards, .heat').count()).toBe(path === '/kota' ? 1 : 0);
      expect(await visitor.page.locator('.cards').count()).toBe(width === 360 && path === '/kota' ? 1 : 0);
      expect(await widthBeyondWindow(visitor.page)).toBeLessThanOrEqual(0);
      await visitor.shoot(`kota${path.slice(5).replaceAll('/', '-')}-${width}-${theme}`);
      await close(visitor);
    });
  });
});
