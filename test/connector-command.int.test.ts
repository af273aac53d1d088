import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type City, startCity } from '../demo/city.ts';
import { findPerson } from '../demo/people/find-person.ts';
import { runProcess } from './support/run-process.ts';

let city: City;
const demo = findPerson('demo');

beforeAll(async () => {
  city = await startCity({ people: 20 });
});
afterAll(() => city.stop());

/** Runs `npm run hub -- connector …` with the settings of the simulated city. */
async function hub(...args: string[]) {
  const run = runProcess(['hub', 'connector', ...args], city.settings);
  const code = await run.ended;
  return { code, printed: run.output() };
}

describe('connector try', () => {
  it('shows the answer and the record without anything of the person in it', async () => {
    const { code, printed } = await hub('try', 'dpmptsp', 'permitsOf', `nik=${demo.nik}`);
    expect(code).toBe(0);
    expect(printed).toContain('"nik": "9999999999999999"');
    expect(printed).toContain('Every value was understood.');
    expect(printed).not.toContain(demo.nik);
    for (const word of demo.name.split(' ')) expect(printed).not.toContain(word);
  });

  it('names each value that it does not understand, and exits with 1', async () => {
    const { code, printed } = await hub('try', 'disnaker', 'cardsOf', `nik=${findPerson('aneh').nik}`, '--json');
    const trial = JSON.parse(printed) as { unreadable: string[]; milliseconds: number };
    expect(trial.milliseconds).toBeGreaterThan(0);
    expect(trial.unreadable).toEqual([expect.stringContaining('JobSeekerCard.validUntil')]);
    expect(code).toBe(1);
  });

  it.each([
    [['try', 'dpmptsp', 'permitsof', 'nik=1'], 'permitsOf'],
    [['try', 'dpmptsp', 'permitsOf', 'nomor=1'], 'nik=…'],
    [['try', 'bkpsdmd', 'reportActivity'], 'only reads'],
    [['try', 'dpmptsp', 'permitsOf', demo.nik], '<parameter>=<value>'],
    [['try'], '<operation>'],
    [['tri'], 'try'],
  ])('%j says what to write instead', async (args, remedy) => {
    const { code, printed } = await hub(...args);
    expect(code).toBe(1);
    expect(printed).toContain(remedy);
    expect(printed).not.toContain('    at ');
    // npm repeats what it runs.
    expect(printed.replace(/^> .*$/gm, '')).not.toContain(demo.nik);
  });
});

describe('connector probe', () => {
  it('says of a system that is there that it is', async () => {
    const { code, printed } = await hub('probe', 'diskominfo');
    expect(code).toBe(0);
    expect(printed).toMatch(/sikesal +connection +ok/);
  });

  it('says of a database that is down what it cannot do, and exits with 1', async () => {
    const { code, printed } = await hub('probe', 'tirtamayang', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(printed)).toContainEqual(expect.objectContaining({ what: 'account', state: 'problem' }));
    expect(printed).not.toContain(new URL(city.settings.TIRTAMAYANG_DATABASE_URL ?? '').password);
  });
});

describe('connector list', () => {
  it('tells for every system whether it could be called from here', async () => {
    const { printed } = await hub('list', 'dpmptsp', 'bpprd', '--json');
    const systems = JSON.parse(printed) as { opd: string; state: string; operations: string[] }[];
    expect(systems.find(({ opd }) => opd === 'bpprd')).toMatchObject({ state: 'ready', operations: ['billsOf'] });
  });
});

describe('connector check', () => {
  it('maps the recorded answers and says where a record is another than expected', async () => {
    const root = mkdtempSync(join(tmpdir(), 'samples-'));
    try {
      cpSync('connectors/dpmptsp', join(root, 'dpmptsp'), { recursive: true });
      const folder = join(root, 'dpmptsp/samples/perizinan');
      mkdirSync(folder, { recursive: true });
      const row = { no_izin: 'X-1', nik: demo.nik, sts: '3', tgl_masuk: '05/10/2026', biaya: 'Rp 10.000' };
      writeFileSync(join(folder, 'permitsOf.answer.json'), JSON.stringify({ rc: '00', data: [row] }));
      const expected = { id: 'X-1', status: 'ISSUED', submittedOn: '2026-10-05', fee: 10_000 };
      writeFileSync(join(folder, 'permitsOf.expected.json'), JSON.stringify([expected]));
      const { checkSamples } = await import('../src/cli/connector/check-samples.ts');
      const { loadConnector, NO_SETTINGS } = await import('../src/connector/index.ts');
      const sharedSdl = readFileSync('schema/shared.graphql', 'utf8');
      const links = { listLinksOf: async () => [] };
      const { connector } = loadConnector('dpmptsp', { root, sharedSdl, settings: NO_SETTINGS, links });
      const system = connector?.systems.find(({ name }) => name === 'perizinan');
      if (!system) throw new Error('not loaded');
      const [found] = checkSamples(root, 'dpmptsp', system);
      expect(found?.differences).toEqual([
        'record 1: service is null, not missing',
        'record 1: issuedOn is null, not missing',
      ]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
