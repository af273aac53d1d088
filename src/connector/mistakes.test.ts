import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatProblem, loadConnector, loadConnectors } from './index.ts';

// Each case is a file, or a folder with the files of one OPD; what must be said of a file stands in its first lines as
// `# expects <line>: <message> — <suggestion>`.
const CORPUS = new URL('./mistakes/', import.meta.url).pathname;
const SHARED_SDL = readFileSync(new URL('../../schema/shared.graphql', import.meta.url), 'utf8');
const PASSWORD = 'kata-sandi-yang-rahasia-7Q';
const settings = { IZIN_URL: 'http://127.0.0.1:9', IZIN_PASSWORD: PASSWORD };
const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };

let root = '';
beforeAll(() => {
  root = join(mkdtempSync(join(tmpdir(), 'mistakes-')), 'connectors');
  for (const entry of cases) {
    const folder = join(root, opdOf(entry));
    mkdirSync(folder, { recursive: true });
    cpSync(join(CORPUS, 'schema.graphql'), join(folder, 'schema.graphql'));
    cpSync(join(CORPUS, entry), entry.endsWith('.yaml') ? join(folder, entry) : folder, { recursive: true });
  }
});
afterAll(() => rmSync(join(root, '..'), { recursive: true }));

const cases = readdirSync(CORPUS).filter((entry) => entry !== 'schema.graphql');
const opdOf = (entry: string) => basename(entry, '.yaml');
const options = () => ({ root, sharedSdl: SHARED_SDL, settings, links });

describe('a connector file with a mistake is refused with its line and the way out:', () => {
  it.each(cases)('%s', (entry) => {
    const opd = opdOf(entry);
    const { problems } = loadConnector(opd, options());
    const expected = listExpected(opd);
    expect(expected.length).toBeGreaterThan(0);
    expect(problems.map(formatProblem).sort()).toEqual(expected.sort());
    expect(JSON.stringify(problems)).not.toContain(PASSWORD);
  });
});

describe('loading several OPDs', () => {
  it('refuses with every mistake of every OPD, and calls nothing', () => {
    const opds = ['misspelt-field', 'ten-mistakes-at-once'];
    const load = () => loadConnectors(opds, options());
    const expected = opds.flatMap(listExpected);
    expect(load).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    expect(load).toThrow(`${expected.length} mistake(s) in connector files:`);
    for (const line of expected) expect(load).toThrow(`\n  ${line}`);
  });

  it('refuses an OPD that has no folder, with the nearest that has one', () => {
    const { problems } = loadConnector('mispelt-field', options());
    expect(problems.map(formatProblem)).toEqual([
      'connectors/mispelt-field: there is no such folder — did you mean misspelt-field?',
    ]);
  });

  it('refuses a folder without SDL or without a system', () => {
    mkdirSync(join(root, 'kosong'), { recursive: true });
    const { problems } = loadConnector('kosong', options());
    expect(problems.map(formatProblem)).toEqual([
      'connectors/kosong/<system>.yaml: there is no system file in this folder',
      'connectors/kosong/schema.graphql: is missing or empty',
    ]);
  });

  it('refuses an SDL with a syntax error, on its line', () => {
    const folder = join(root, 'sdl-rusak');
    cpSync(join(root, 'misspelt-field'), folder, { recursive: true });
    writeFileSync(join(folder, 'schema.graphql'), 'type Citizen {\n  nik: NIK!\n  permits [Permit!]\n}\n');
    const { problems } = loadConnector('sdl-rusak', options());
    expect(problems.map(formatProblem)).toEqual([
      'connectors/sdl-rusak/schema.graphql:3: Syntax Error: Expected ":", found "[".',
    ]);
  });
});

/** What the files of a case say must be said of them. */
function listExpected(opd: string): string[] {
  const folder = join(root, opd);
  return readdirSync(folder).flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/^# expects (\d+): (.*)$/gm)].map(
      ([, line, message]) => `connectors/${opd}/${name}:${line}: ${message}`,
    );
  });
}
