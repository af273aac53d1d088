import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_FILE_LIMITS } from '../src/protocols/files/limits.ts';
import { readXlsx } from '../src/protocols/files/xlsx/read-xlsx.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
}, 60_000);
afterAll(() => hub.stop());

async function get(path: string, as?: string) {
  const headers = as ? { authorization: `Bearer ${await hub.tokenOf(as)}` } : {};
  return fetch(`${hub.url.replace(/\/graphql$/, '')}${path}`, { headers });
}

describe('an export', () => {
  it('of the city is a CSV with a row for each OPD, for nobody’s cache', async () => {
    const response = await get('/export/city-status.csv?on=2026-11-24', 'walikota');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="city-status.csv"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const [head = '', ...rows] = (await response.text()).trim().split('\r\n');
    expect(head).toContain('opd.code,name,openApplications,overdueApplications');
    const { data } = await hub.ask('{ opds(on: "2026-11-24") { code } }');
    expect(rows).toHaveLength(data.opds.length);
  });

  it('is an Excel file too, with numbers that are numbers', async () => {
    const response = await get('/export/services.xlsx?words=izin', 'walikota');
    expect(response.status).toBe(200);
    const rows: unknown[][] = [];
    const options = { sheet: undefined, header: 1, limits: DEFAULT_FILE_LIMITS };
    await readXlsx(Buffer.from(await response.arrayBuffer()), options, {
      push: (_line, cells) => rows.push([...cells]),
    });
    expect(rows.length).toBeGreaterThan(1);
    expect(
      rows
        .slice(1)
        .flat()
        .some((cell) => typeof cell === 'number'),
    ).toBe(true);
  });

  it('of an answer that lacks an agency is refused, with that agency’s error', async () => {
    hub.demo.city.systems.dpmptsp.control.set({ down: true });
    const response = await get('/export/home.csv', 'siti');
    hub.demo.city.systems.dpmptsp.control.reset();
    expect(response.status).toBe(502);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: 'OPD_UNAVAILABLE', opd: 'dpmptsp' });
  });

  it('is written into the hub’s log without a name', async () => {
    await get('/export/agencies.csv');
    const line = hub.logged.findLast((one) => one.includes('a table was exported'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ operation: 'agencies', format: 'csv' });
  });

  it.each([
    ['/export/city-status.csv', undefined, 'UNAUTHENTICATED'],
    ['/export/city-status.csv', 'siti', 'FORBIDDEN'],
    ['/export/city-status.csv?on=kemarin', 'walikota', 'BAD_USER_INPUT'],
    ['/export/city-status.csv?tanggal=2026-11-24', 'walikota', 'BAD_USER_INPUT'],
    ['/export/city-status.csv?on=2026-11-24&on=2026-11-25', 'walikota', 'BAD_USER_INPUT'],
    ['/export/tidak-ada.csv', 'walikota', 'NOT_FOUND'],
    ['/export/city-status.pdf', 'walikota', 'NOT_FOUND'],
    ['/export/file-complaint.csv', 'siti', 'BAD_REQUEST'],
  ])('%s by %s is refused', async (path, as, code) => {
    const response = await get(path, as);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(((await response.json()) as { errors: { extensions: object }[] }).errors[0]?.extensions).toMatchObject({
      code,
    });
  });
});
