import { afterEach, describe, expect, it } from 'vitest';
import { type Handle, json } from '../../outbound/testing/loopback.ts';
import type { Proof } from '../../ports/link-proof.ts';
import { BUDI, failureOf, type OpenConnector, openConnector, SITI } from '../testing/open-connector.ts';

const sdl = `
type Citizen @key(fields: "nik") { nik: NIK! permits: [Permit!] }
type Permit @tag(name: "personal") { id: ID! }
`;
const yaml = (proof: string, owner = 'parent') => `
system: izin
describe: Contoh
sources:
  api: { rest: "\${URL}" }
records:
  Permit: { owner: ${owner}, id: no }
operations:
  permitBy:
    source: api
    post: /izin
    body: { nomor: ":number", tahun: ":year" }
    cases: [{ when: { rc: "10" }, is: empty }, { when: { rc: "99" }, is: unavailable }]
    rows: data[]
    cache: { seconds: 3600, for: everyone }
    record: Permit
resolve:
  Citizen.permits: { from: permitBy, number: links.no-izin, year: today.year }
proofs:
  no-izin: { from: permitBy, number: number, with: { year: today.year }, label: Nomor izin, ask: Nama, ${proof} }
`;

let open: OpenConnector | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function proofOf(handle: Handle, proof = 'fact: nama', owner?: string): Promise<Proof> {
  open = await openConnector({ sdl, yaml: yaml(proof, owner), handle });
  const [found] = open.proofs;
  if (!found) throw new Error('it has no proof');
  return found;
}

const one = { no: 'A-1', nama: 'SITI MARLINA', nik: SITI };

describe('a proof', () => {
  it('says what it is for and what to ask', async () => {
    expect(await proofOf(json({}), 'fact: nama, single: true')).toMatchObject({
      kind: 'no-izin',
      opd: 'dinas',
      system: 'izin',
      label: 'Nomor izin',
      ask: 'Nama',
      isSingle: true,
    });
  });

  it('asks the system with the number and what else its operation wants, and never out of a cache', async () => {
    const { check } = await proofOf(json({ data: [one] }));
    expect(await check(SITI, 'A-1', 'siti marlina')).toBe('proved');
    expect(await check(SITI, 'A-1', 'siti')).toBe('wrong');
    const bodies = open?.system.requests.map(({ body }) => JSON.parse(body) as unknown);
    expect(bodies).toEqual([1, 2].map(() => ({ nomor: 'A-1', tahun: '2026' })));
  });

  it.each([
    [{ data: [] }, 'notFound'],
    [{ data: null }, 'notFound'],
    [{ rc: '10' }, 'notFound'],
    [{ data: [{ no: 'A-1', nama: '-' }] }, 'notProvable'],
    [{ data: [{ no: 'A-1' }] }, 'notProvable'],
    [{ data: [one, { ...one, nama: 'ANDI WIJAYA' }] }, 'wrong'],
    [{ data: [one, { ...one, no: 'A-2' }] }, 'proved'],
  ])('answered with %j is %s', async (answer, result) => {
    const { check } = await proofOf(json(answer));
    expect(await check(SITI, 'A-1', 'Siti Marlina')).toBe(result);
  });

  it('lets the failure of its system pass', async () => {
    const { check } = await proofOf(json({ rc: '99' }));
    expect(await failureOf(check(SITI, 'A-1', 'Siti Marlina'))).toMatchObject({
      code: 'OPD_UNAVAILABLE',
      opd: 'dinas',
    });
  });

  it('is wrong where the record names somebody else as its owner, whatever he knows', async () => {
    const { check } = await proofOf(json({ data: [one] }), 'fact: nama', 'nik | nik');
    expect(await check(BUDI, 'A-1', 'Siti Marlina')).toBe('wrong');
    expect(await check(SITI, 'A-1', 'Siti Marlina')).toBe('proved');
  });

  it.each([
    [SITI, 'proved'],
    [BUDI, 'wrong'],
  ])('that reads an owner holds for him only: %s is %s', async (nik, result) => {
    const { check } = await proofOf(json({ data: [one] }), 'fact: nama, owner: nik | nik');
    expect(await check(nik, 'A-1', 'Siti Marlina')).toBe(result);
  });

  it.each(['-', '', null])('that reads an owner proves nothing where the row has %j', async (nik) => {
    const { check } = await proofOf(json({ data: [{ ...one, nik }] }), 'fact: nama, owner: nik | nik');
    expect(await check(SITI, 'A-1', 'Siti Marlina')).toBe('notProvable');
  });

  it('reads a fact that stands beside the rows, also where there is none', async () => {
    const { check } = await proofOf(json({ nama: 'SITI MARLINA', data: [] }), 'fact: $.nama');
    expect(await check(SITI, 'A-1', 'siti marlina')).toBe('proved');
    expect(await check(SITI, 'A-1', 'siti')).toBe('wrong');
  });

  it('finds nothing where nothing stands beside no rows', async () => {
    const { check } = await proofOf(json({ nama: '', data: [] }), 'fact: $.nama');
    expect(await check(SITI, 'A-1', 'siti marlina')).toBe('notFound');
  });

  it('compares days as days when the fact is converted to one', async () => {
    const { check } = await proofOf(json({ data: [{ lahir: '12/04/1986' }] }), 'fact: lahir | date dd/mm/yyyy');
    expect(await check(SITI, 'A-1', '12-4-1986')).toBe('proved');
    expect(await check(SITI, 'A-1', '1986')).toBe('wrong');
  });
});
