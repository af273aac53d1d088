import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readServices } from './read-services.ts';

const GOOD = `- code: dlh.sppl
  name: SPPL
  about: Pernyataan
  standards:
    - from: "2024-01-01"
      requirements: [KTP]
      steps: [{ name: Mengisi, channel: online }]
      product: SPPL
      complaints: SiKesal
      basis: [PP 22/2021]
`;

describe('files of the service catalogue', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'layanan-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const read = (text: string, name = 'dlh.yaml') => {
    writeFileSync(join(folder, name), text);
    return readServices(folder);
  };

  it('need no more than what a standard is; the rest has a meaning when it is absent', () => {
    const [sppl] = read(GOOD).services;
    expect(sppl).toMatchObject({ words: [], calledBy: {}, standards: [{ isDefault: false }] });
    expect(sppl?.standards[0]).not.toHaveProperty('fee');
  });

  it.each([
    ['unknown key "biaya" in standards.0', GOOD.replace('product:', 'biaya: 0\n      product:')],
    ['unknown key "nama" in the entry — did you mean name?', GOOD.replace('  name: SPPL', '  nama: SPPL')],
    ['dlh.yaml:7: standards.0.steps.0.channel has a value that is not known', GOOD.replace('online', 'daring')],
    ['standards.0 lacks "basis"', GOOD.replace(/ +basis.*\n/, '')],
    ['must be a whole number from 0', GOOD.replace('product:', 'fee: "50.000"\n      product:')],
    ['must be a day', GOOD.replace('"2024-01-01"', '"1 Januari 2024"')],
    ['pupr.sppl does not belong into dlh.yaml', GOOD.replace('dlh.', 'pupr.')],
  ])('are refused with: %s', (message, text) => {
    expect(() => read(text)).toThrow(message);
  });

  it('have another version with another word in them', () => {
    const before = read(GOOD).version;
    expect(read(GOOD).version).toBe(before);
    expect(read(GOOD.replace('Pernyataan', 'Surat pernyataan')).version).not.toBe(before);
  });
});
