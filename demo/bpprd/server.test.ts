import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import type { Alias } from '../people/person.ts';
import { createPopulation } from '../people/population.ts';
import { postJson } from '../post-json.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { createTaxRegister, decidePenalty } from './records.ts';
import { BPPRD_MERCHANT, createBpprd } from './server.ts';

interface InquiryReply {
  readonly Nop: string;
  readonly Nama: string;
  readonly Kelurahan: string;
  readonly Tagihan: readonly { Tahun: string; Pokok: number; Denda: number; Total: number }[];
  readonly Status: { readonly IsError: string; readonly ResponseCode: string; readonly ErrorDesc: string };
}

let system: RunningSystem;
beforeAll(async () => {
  system = await serveSystem(createBpprd(createTaxRegister(createPopulation(7), 1)), 0, '127.0.0.1');
});
afterAll(() => system.stop());

async function inquire(nop: string | undefined, changes: object = {}): Promise<InquiryReply> {
  const body = { Nop: nop, MasaPajak: '2026', DateTime: '2026-11-01 09:00:00', Merchant: BPPRD_MERCHANT, ...changes };
  const reply = await postJson(`${system.url}/pbb/inquiry`, body);
  expect(reply.status).toBe(200);
  return reply.json() as InquiryReply;
}

function nopOf(alias: Alias, position = 0): string | undefined {
  return findPerson(alias).nops[position];
}

test('lists what is owed for the asked year and the years before', async () => {
  const reply = await inquire(nopOf('demo'));
  expect(reply).toMatchObject({ Nop: nopOf('demo'), Nama: 'RAHMAT SYAHPUTRA', Kelurahan: 'SIMPANG IV SIPIN' });
  expect(reply.Status).toEqual({ IsError: 'False', ResponseCode: '00', ErrorDesc: 'Sukses' });
  expect(reply.Tagihan.map(({ Tahun }) => Tahun)).toEqual(['2025', '2026']);
  for (const { Pokok, Denda, Total } of reply.Tagihan) expect(Pokok + Denda).toBe(Total);
  const earlier = await inquire(nopOf('demo'), { MasaPajak: 2025 });
  expect(earlier.Tagihan.map(({ Tahun }) => Tahun)).toEqual(['2025']);
});

test('calls "already paid" an error, and shows the paid bill without a penalty', async () => {
  for (const reply of [await inquire(nopOf('lunas')), await inquire(nopOf('demo'), { MasaPajak: '2024' })]) {
    expect(reply.Status).toMatchObject({ IsError: 'True', ResponseCode: '13' });
    expect(reply.Tagihan).toHaveLength(1);
    expect(reply.Tagihan[0]).toMatchObject({ Denda: 0 });
  }
});

test('answers 10 to a NOP that it does not know, and to a NIK', async () => {
  for (const nop of ['157101000100509990', findPerson('demo').nik]) {
    const reply = await inquire(nop);
    expect(reply).toMatchObject({ Nama: '', Tagihan: [], Status: { IsError: 'True', ResponseCode: '10' } });
  }
});

test('answers 99 to an unknown merchant and to a missing parameter', async () => {
  const refused = { Tagihan: [], Status: { IsError: 'True', ResponseCode: '99' } };
  expect(await inquire(nopOf('demo'), { Merchant: 'LAIN' })).toMatchObject(refused);
  expect(await inquire(nopOf('demo'), { DateTime: '' })).toMatchObject(refused);
  expect(await inquire(nopOf('demo'), { MasaPajak: 'semua' })).toMatchObject(refused);
});

test('charges 1 % a month, 2 % on years before 2024, for 24 months at most', () => {
  expect(decidePenalty(2026, 100_000)).toBe(2_000);
  expect(decidePenalty(2025, 100_000)).toBe(14_000);
  expect(decidePenalty(2024, 100_000)).toBe(24_000);
  expect(decidePenalty(2023, 100_000)).toBe(48_000);
});

test('says 429 when the allowance is used up', async () => {
  system.control.set({ quota: true, times: 1 });
  const reply = await postJson(`${system.url}/pbb/inquiry`, {});
  expect(reply.status).toBe(429);
  expect(reply.headers.get('retry-after')).toBe('60');
});
