import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHub } from '../support/start-test-hub.ts';
import { listBarriers } from './support/list-barriers.ts';
import { canLook, logIn, openBrowser, visit } from './support/look.ts';
import { BOARD_DAY, startBoardHub } from './support/start-board-hub.ts';

describe.runIf(canLook)('nobody is kept out of the board', () => {
  let hub: TestHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startBoardHub(), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  const lookAs = async (theme: 'light' | 'dark', width: number) => {
    const visitor = await visit(browser, { theme, width, bypassCsp: true });
    await logIn(visitor.page, hub.url, 'kantor', 'walikota', `/kota?hari=${BOARD_DAY}&semua=ya`);
    await visitor.page.waitForSelector('.tile');
    return visitor;
  };

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('nor of where a figure comes from: %s, %i px wide', async (theme, width) => {
    const { page, context } = await lookAs(theme, width);
    expect(await listBarriers(page)).toEqual([]);
    await page.locator('.tile .figure').first().click();
    await page.getByRole('dialog').locator('dl').waitFor();
    expect(await listBarriers(page)).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('nor of an OPD, a service or a month: %s, %i px wide', async (theme, width) => {
    const { page, context } = await lookAs(theme, width);
    for (const path of ['opd/dpmptsp', 'layanan/dpmptsp.izin-praktik-dokter', 'bulan/2026-10', 'opd/tiada']) {
      await page.goto(`${hub.url}/kota/${path}?hari=${BOARD_DAY}`, { waitUntil: 'networkidle' });
      expect(await listBarriers(page), path).toEqual([]);
    }
    await context.close();
  });
});
