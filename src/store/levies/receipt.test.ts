import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeAnswerKey, openAnswer, sealAnswer } from './answer-seal.ts';
import { hashReceipt, makeReceipt, readReceipt } from './receipt.ts';

const key = { id: 'a', key: Buffer.alloc(32, 7) };

describe('a receipt', () => {
  it('is twenty letters in groups of four, none that is mistaken for another, and no digit', () => {
    for (let index = 0; index < 200; index++) {
      const receipt = makeReceipt(String(index), 'laporan', key);
      expect(receipt).toMatch(/^([A-Z]{4}-){4}[A-Z]{4}$/);
      expect(receipt).not.toMatch(/[ILOU\d]/);
    }
  });

  it('is another for another key of the reporter, another report and another hub', () => {
    const receipts = [
      makeReceipt('kunci', 'laporan', key),
      makeReceipt('kunci ', 'laporan', key),
      makeReceipt('kunci', 'laporan lain', key),
      makeReceipt('kunci', 'laporan', { id: 'b', key: Buffer.alloc(32, 8) }),
    ];
    expect(new Set(receipts).size).toBe(4);
    expect(makeReceipt('kunci', 'laporan', key)).toBe(receipts[0]);
  });

  it('uses every letter about as often as any other', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 2_000; index++)
      for (const letter of readReceipt(makeReceipt(String(index), '', key)) ?? '')
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    // 2,000 x 20 / 22 = 1,818 of each; the deviation of one is about 42, so 210 is five of them.
    expect(counts.size).toBe(22);
    for (const count of counts.values()) expect(Math.abs(count - 1_818)).toBeLessThan(210);
  });

  it.each([
    ['abcd-efgh-jkmn-pqrs-tvwx', 'ABCDEFGHJKMNPQRSTVWX'],
    [' ABCD EFGH JKMN PQRS TVWX\n', 'ABCDEFGHJKMNPQRSTVWX'],
    ['ABCD-EFGH-JKMN-PQRS-TVW', undefined],
    ['ABCD-EFGH-JKMN-PQRS-TVWXY', undefined],
    ['ABCD-EFGH-JKMN-PQRS-TVWI', undefined],
    ['1571990101019999', undefined],
    ['', undefined],
  ])('is read as it was typed: %j', (text, letters) => {
    expect(readReceipt(text)).toBe(letters);
  });

  it('alone opens an answer that whoever answered sealed without knowing it', async () => {
    const [mine, other] = [makeReceipt('1', '', key), makeReceipt('2', '', key)].map((one) => readReceipt(one) ?? '');
    const kept = makeAnswerKey(mine ?? '');
    expect(JSON.parse(kept)).not.toHaveProperty('d');
    const sealed = await sealAnswer('Sudah ditindak.', kept);
    expect(await openAnswer(sealed, mine ?? '')).toBe('Sudah ditindak.');
    await expect(openAnswer(sealed, other ?? '')).rejects.toThrow();
  });

  it('is found by a hash that does not hold it', () => {
    const letters = readReceipt(makeReceipt(randomBytes(8).toString('hex'), '', key)) ?? '';
    expect(hashReceipt(letters).toString('latin1')).not.toContain(letters);
  });
});
