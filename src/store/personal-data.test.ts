import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkKeyRing, hashSubject, hashValue, open, seal } from './personal-data.ts';

const NIK = '1571010203900001';
const NOP = '157101000100200030';
const newKey = (id: string) => ({ id, key: randomBytes(32) });

describe('hashing a NIK', () => {
  it('gives the same hash under the same key and another under another', () => {
    const [a, b] = [newKey('a'), newKey('b')];
    expect(hashSubject(NIK, a)).toEqual(hashSubject(NIK, a));
    expect(hashSubject(NIK, a)).not.toEqual(hashSubject(NIK, b));
  });

  it('never gives a value the hash of a subject', () => {
    const key = newKey('a');
    expect(hashValue(NIK, '', key)).not.toEqual(hashSubject(NIK, key));
    expect(hashValue(NOP, 'pbb.nop', key)).not.toEqual(hashValue(NOP, 'bphtb.nop', key));
  });

  it.each(['', '157101020390000', '15710102039000011', ' 571010203900001', '1571010203900001\n', '157101020390000a'])(
    'refuses %j, without repeating it',
    (text) => {
      const refusal = catchError(() => hashSubject(text, newKey('a')));
      expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', message: 'A NIK is 16 digits of text' });
    },
  );
});

describe('sealing a value', () => {
  const [current, older] = [newKey('2027'), newKey('2026')];
  const context = [hashSubject(NIK, newKey('index')), 'pbb.nop'];
  const sealed = seal(NOP, [current, older], context);

  it('opens to what was sealed, and carries the id of the first key', () => {
    expect(open(sealed, [current, older], context)).toBe(NOP);
    expect(sealed.dataKeyId).toBe('2027');
    expect(sealed.bytes.includes(NOP)).toBe(false);
  });

  it('looks different each time', () => {
    expect(seal(NOP, [current], context).bytes).not.toEqual(sealed.bytes);
  });

  it('opens what an older key sealed', () => {
    expect(open(seal('é', [older], context), [current, older], context)).toBe('é');
  });

  it('names the missing key', () => {
    const refusal = catchError(() => open(sealed, [older], context));
    expect(refusal).toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringContaining('"2027"') });
  });

  it('does not open with another key of the same name', () => {
    expect(catchError(() => open(sealed, [newKey('2027')], context))).toMatchObject({ code: 'INTERNAL' });
  });

  it('does not open when any byte was changed or cut off', () => {
    for (const index of sealed.bytes.keys()) {
      const bytes = Buffer.from(sealed.bytes);
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      expect(catchError(() => open({ ...sealed, bytes }, [current], context))).toMatchObject({ code: 'INTERNAL' });
    }
    for (const length of [0, 1, 20, sealed.bytes.length - 1]) {
      const bytes = sealed.bytes.subarray(0, length);
      expect(catchError(() => open({ ...sealed, bytes }, [current], context))).toMatchObject({ code: 'INTERNAL' });
    }
  });

  it('does not open in another row, nor with the parts of its context shifted', () => {
    const [subject, kind] = context as [Buffer, string];
    const strangers = [
      [subject, 'bphtb.nop'],
      [randomBytes(32), kind],
      [kind, subject],
      [Buffer.concat([subject, Buffer.from(kind)])],
    ];
    for (const stranger of strangers) {
      expect(catchError(() => open(sealed, [current], stranger))).toMatchObject({ code: 'INTERNAL' });
    }
  });
});

describe('checking the keys', () => {
  const shared = newKey('both');
  it.each([
    ['no index key', { index: [], data: [newKey('d')] }],
    ['no data key', { index: [newKey('i')], data: [] }],
    ['is not 32 bytes', { index: [{ id: 'i', key: randomBytes(16) }], data: [newKey('d')] }],
    ['have the same id', { index: [newKey('i'), newKey('i')], data: [newKey('d')] }],
    ['is a data key as well', { index: [shared], data: [shared] }],
  ])('refuses a ring because there is/it %s', (reason, ring) => {
    expect(catchError(() => checkKeyRing(ring))).toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(reason),
    });
  });

  it('accepts keys of their own for each use', () => {
    expect(() => checkKeyRing({ index: [newKey('a')], data: [newKey('a'), newKey('b')] })).not.toThrow();
  });
});

function catchError(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
