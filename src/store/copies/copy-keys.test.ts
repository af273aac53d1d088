import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCopyKeys, hashLink, openContent } from './copy-keys.ts';

const secret = (id: string) => ({ id, key: randomBytes(32) });
const ring = { index: [secret('i1')], data: [secret('d1')] };
const STREAM = 'dpmptsp/perizinan/Permit';
const NIK = '1571990101900001';
const of = (stream = STREAM, fingerprint = 'f', isPersonal = true, keys = ring) =>
  createCopyKeys(stream, fingerprint, isPersonal, keys);

describe('copies of personal records', () => {
  it('lie under hashes that show nothing, and that another stream does not share', () => {
    const key = of().keyOf(NIK);
    expect(key).toHaveLength(16);
    expect(key.toString('latin1')).not.toContain(NIK);
    expect(of().keyOf(NIK)).toEqual(key);
    expect(of('rsud/simrs/ClinicBooking').keyOf(NIK)).not.toEqual(key);
    expect(of(STREAM, 'f', true, { ...ring, index: [secret('i2')] }).keyOf(NIK)).not.toEqual(key);
  });

  it('are new rows when the file maps otherwise, under the same key', () => {
    expect(of(STREAM, 'g').keyOf('1')).toEqual(of().keyOf('1'));
    expect(of(STREAM, 'g').hashRow('row')).not.toEqual(of().hashRow('row'));
    expect(of().hashRow('row')).toEqual(of().hashRow('row'));
  });

  it('are filed under their citizen the same in every stream', () => {
    expect(of('rsud/simrs/ClinicBooking').subjectOf(NIK)).toEqual(of().subjectOf(NIK));
    expect(of().linkOf('nip', '1')).toEqual(hashLink('nip', '1', ring.index[0] as (typeof ring.index)[0]));
    expect(of().linkOf('nip', '1')).not.toEqual(of().linkOf('nop', '1'));
  });

  it('open under their own key and stream alone', () => {
    const key = of().keyOf('1');
    const { content, dataKeyId } = of().sealContent('{"name":"Siti"}', key);
    expect(content.toString('latin1')).not.toContain('Siti');
    expect(openContent(STREAM, key, content, dataKeyId, ring)).toBe('{"name":"Siti"}');
    expect(() => openContent(STREAM, of().keyOf('2'), content, dataKeyId, ring)).toThrow();
    expect(() => openContent('a/b/C', key, content, dataKeyId, ring)).toThrow();
  });
});

describe('where a reading stands', () => {
  const position = { version: 1, cursor: '2026-11-24', after: NIK };

  it('is sealed where its key may be somebody’s number, and comes back', () => {
    const kept = of().sealPosition(position);
    expect(JSON.stringify(kept)).not.toContain(NIK);
    expect(of().openPosition(JSON.parse(JSON.stringify(kept)))).toEqual(position);
    expect(() => of('a/b/C').openPosition(kept)).toThrow();
  });

  it('is nowhere when nothing was kept, or not by these keys', () => {
    expect(of().sealPosition(undefined)).toBeUndefined();
    for (const kept of [undefined, null, position]) expect(of().openPosition(kept) ?? undefined).toBeUndefined();
  });

  it('lies open where nobody’s records are', () => {
    expect(of(STREAM, 'f', false).sealPosition(position)).toBe(position);
    expect(of(STREAM, 'f', false).openPosition(position)).toBe(position);
  });
});

describe('copies of nobody’s records', () => {
  it('lie as they are, long keys under their hash', () => {
    const keys = of(STREAM, 'f', false);
    expect(keys.keyOf('R-1').toString()).toBe('R-1');
    expect(keys.keyOf('x'.repeat(64))).toHaveLength(64);
    expect(keys.keyOf('x'.repeat(65))).toHaveLength(32);
    const { content, dataKeyId } = keys.sealContent('{}', keys.keyOf('R-1'));
    expect(dataKeyId).toBeNull();
    expect(openContent(STREAM, keys.keyOf('R-1'), content, dataKeyId, ring)).toBe('{}');
  });
});
