import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAppsFile } from './apps-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'apps-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const file = join(folder, 'apps.yaml');
  writeFileSync(file, text);
  return readAppsFile(file);
}

describe('the file of applications', () => {
  it('may leave out what is as usual: an application of somebody else, without scopes or pages', () => {
    expect(read('- { id: uji, name: Uji, owner: PT Uji, purposes: [uji] }')).toEqual([
      {
        id: 'uji',
        name: 'Uji',
        owner: 'PT Uji',
        party: 'other',
        scopes: [],
        purposes: ['uji'],
        redirectUris: [],
        origins: [],
        perMinute: 600,
      },
    ]);
  });

  const uji = (more: string) => `- id: uji\n  name: Uji\n  owner: Uji\n  purposes: [uji]\n  ${more}`;
  it.each([
    ['- id: uji\n  name: Uji\n  purposes: [uji]', /yaml:1: the entry lacks "owner"/],
    [uji('scope: [citizen]'), /yaml:5: unknown key "scope".*did you mean scopes\?/],
    [uji('party: kota'), /yaml:5: party has a value that is not known/],
    [uji('origins: [https://a.example/path]'), /yaml:5: origins.0 must be origins such as/],
    [uji('origins: ["*"]'), /yaml:5: origins.0 must be origins such as/],
    [uji('redirectUris: [http://a.example/kembali]'), /yaml:5: redirectUris.0 must be addresses/],
    [uji('redirectUris: ["https://a.example/#x"]'), /yaml:5: redirectUris.0 must be addresses/],
    [uji('redirectUris: ["javascript:alert(1)"]'), /yaml:5: redirectUris.0 must be addresses/],
    [uji('perMinute: 0'), /yaml:5: perMinute must be >= 1/],
    ['- id: UJI\n  name: Uji\n  owner: Uji\n  purposes: []', /yaml:1: id must be small letters[\s\S]*yaml:4: purposes/],
  ])('is refused with the line and what would be right: %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
