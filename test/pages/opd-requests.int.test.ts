import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../../demo/people/find-person.ts';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { listBarriers } from './support/list-barriers.ts';
import { canLook, type LookOptions, logIn, openBrowser, visit, widthBeyondWindow } from './support/look.ts';

const PATH = '/opd/permintaan';
const WHAT = 'Tanggal izin saya salah, mohon diperbaiki.';
const ANSWER = 'Sudah kami perbaiki hari ini menurut berkas Anda.';
const ASK = `mutation ($opd: ID!, $what: PersonalText!) {
  requestAboutData(kind: CORRECTION, opd: $opd, what: $what) { id }
}`;

describe.runIf(canLook)('requests of citizens about their data, at the OPD’s desk', () => {
  let hub: TestHub;
  let browser: Browser;
  beforeAll(async () => {
    hub = await startTestHub({ pages: true });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  async function enter(who: string, options: LookOptions = {}) {
    const visitor = await visit(browser, options);
    await logIn(visitor.page, hub.url, 'kantor', who, PATH);
    return visitor;
  }
  const askFor = async (opd: string): Promise<string> => {
    const token = await hub.tokenOf('siti', { acr: 'substantial' });
    const answer = await hub.ask(ASK, { token, variables: { opd, what: WHAT } });
    expect(answer.errors).toEqual([]);
    return answer.data.requestAboutData.id;
  };
  const stateOfCases = async (): Promise<string[]> => {
    const { rows } = await hub.database.pool.query<{ open: boolean }>(
      'select closed_at is null as open from cases order by opened_at',
    );
    return rows.map(({ open }) => (open ? 'open' : 'closed'));
  };

  it('say that there is none, and what would be here', async () => {
    const { page, wrong, context } = await enter('petugas-dpmptsp');
    await expect.poll(() => page.locator('.empty').textContent()).toContain('Tidak ada permintaan yang menunggu');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('are taken, read and answered, and the citizen reads the answer', async () => {
    const id = await askFor('dpmptsp');
    const { page, wrong, context, shoot } = await enter('petugas-dpmptsp');
    const card = page.locator('li.card');
    await expect.poll(() => card.textContent()).toMatch(/Jawab dalam 3 hari, paling lambat/);
    expect(await page.content()).not.toContain(WHAT);
    await page.click('text=Buka permintaan');
    await expect.poll(() => card.textContent()).toContain(WHAT);
    expect(await card.textContent()).toContain(findPerson('siti').nik);
    await shoot('opd-permintaan');

    // Whoever leaves leaves nothing behind: the words are gone, and so is the case.
    await page.click('nav >> text=Ringkasan');
    await page.goBack();
    await expect.poll(() => card.textContent()).toContain('Buka permintaan');
    expect(await page.content()).not.toContain(WHAT);
    await expect.poll(stateOfCases).toEqual(['closed']);

    await page.click('text=Buka permintaan');
    await page.getByLabel('Jawaban untuk warga').fill(ANSWER);
    await page.click('text=Kirim jawaban');
    await expect.poll(() => page.locator('main [role=status]').textContent()).toContain('Jawaban terkirim');
    await expect.poll(() => page.locator('.empty').count()).toBe(1);
    await expect.poll(stateOfCases).toEqual(['closed', 'closed']);
    expect(wrong).toEqual([]);
    await context.close();

    const { data } = await hub.ask('{ me { dataRequests { id done answer } } }', { citizen: 'siti' });
    expect(data.me.dataRequests).toEqual([{ id, done: true, answer: ANSWER }]);
  });

  it('that are late say so, and by how much', async () => {
    await askFor('dpmptsp');
    await hub.database.pool.query(
      "update data_requests set due_at = now() - interval '5 hours' where answered_at is null",
    );
    const { page, context } = await enter('petugas-dpmptsp', { language: 'en' });
    await expect.poll(() => page.locator('li.card').textContent()).toMatch(/late.*5 hours past its time/);
    await context.close();
  });

  it('are not the mayor’s to see', async () => {
    const { page, wrong, context } = await enter('walikota');
    await expect.poll(() => page.locator('.lead').textContent()).toContain('dijawab petugas OPD');
    expect(await page.locator('li.card').count()).toBe(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', 'id'],
    ['dark', 'en'],
  ] as const)('fit a phone and keep nobody out, %s, %s', async (theme, language) => {
    const { page, context, shoot } = await enter('petugas-dpmptsp', { width: 360, theme, language, bypassCsp: true });
    const card = page.locator('li.card').first();
    await card.locator('button').first().click();
    await expect.poll(() => card.textContent()).toContain(WHAT);
    expect(await listBarriers(page)).toEqual([]);
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
    await shoot(`opd-permintaan-${theme}`);
    await context.close();
  });
});
