import { describe, expect, it } from 'vitest';
import { type ErrorCode, HubError } from '../../base/hub-error.ts';
import { OWNER } from '../../base/owner.ts';
import type { CopyOwner } from '../../ports/copy-reader.ts';
import { type CopyRule, readCopies, standIn } from './copy-fallback.ts';

const NIK = '1571990101900001';
const AS_OF = Date.UTC(2026, 10, 24, 1);
const HOUR = 3_600_000;

function ruleOf(more: Partial<CopyRule> = {}, records: readonly Record<string, unknown>[] | undefined = [{ id: '1' }]) {
  const asked: CopyOwner[] = [];
  const rule: CopyRule = {
    mode: 'live-else-copy',
    reader: {
      find: async (_stream, owner) => {
        asked.push(owner);
        return records && { records, asOfMs: AS_OF };
      },
    },
    ...{ stream: 'dpmptsp/perizinan/Permit', opd: 'dpmptsp', system: 'perizinan', linkKind: undefined },
    ...{ staleAfterMs: undefined, sourceKeys: new Set(['source']), clock: { now: () => AS_OF + 5 * HOUR } },
    ...more,
  };
  return { rule, asked };
}
const failure = (code: ErrorCode, more = {}) =>
  new HubError(code, 'DPMPTSP does not answer.', { opd: 'dpmptsp', ...more });

describe('copies', () => {
  it('say that they are some, and of when, and whose', async () => {
    const { rule, asked } = ruleOf();
    const [copy] = await readCopies(rule, NIK, undefined);
    const source = { opd: 'dpmptsp', system: 'perizinan', mode: 'COPY', asOf: '2026-11-24T08:00:00+07:00' };
    expect(copy).toEqual({ id: '1', source, [OWNER]: NIK });
    expect(asked).toEqual([{ nik: NIK }]);
  });

  it('of a stream that goes by links are found by the number', async () => {
    const { rule, asked } = ruleOf({ linkKind: 'nip' });
    await readCopies(rule, NIK, '198604122010032001');
    expect(asked).toEqual([{ linkKind: 'nip', number: '198604122010032001' }]);
  });

  it.each<[string, Partial<CopyRule>, string | undefined, string | undefined]>([
    ['nobody is asked for', {}, undefined, undefined],
    ['no number is linked', { linkKind: 'nip' }, NIK, undefined],
  ])('are not looked for where %s', async (_what, more, owner, link) => {
    const { rule, asked } = ruleOf(more);
    await expect(readCopies(rule, owner, link)).rejects.toMatchObject({ code: 'OPD_UNAVAILABLE' });
    expect(asked).toEqual([]);
  });

  it('of a citizen who has none are none', async () => {
    expect(await readCopies(ruleOf({}, []).rule, NIK, undefined)).toEqual([]);
  });

  it('that do not exist yet are refused, which is not the same as none', async () => {
    const { rule } = ruleOf();
    const empty: CopyRule = { ...rule, reader: { find: async () => undefined } };
    await expect(readCopies(empty, NIK, undefined)).rejects.toThrow('no copies of dpmptsp/perizinan/Permit yet');
  });

  it.each([
    [5 * HOUR, true],
    [5 * HOUR - 1, false],
  ])('of five hours ago where %i ms are allowed may be shown: %s', async (staleAfterMs, isShown) => {
    const read = readCopies(ruleOf({ staleAfterMs }).rule, NIK, undefined);
    if (isShown) expect(await read).toHaveLength(1);
    else await expect(read).rejects.toThrow('5 hours old');
  });
});

describe('a failed live read', () => {
  it.each<ErrorCode>(['OPD_UNAVAILABLE', 'OPD_QUOTA', 'OPD_BAD_ANSWER'])(
    'of %s is answered by copies',
    async (code) => {
      expect(await standIn(ruleOf().rule, failure(code), NIK, undefined)).toHaveLength(1);
    },
  );

  it.each<unknown>([failure('FORBIDDEN'), failure('BAD_USER_INPUT'), failure('INTERNAL'), new TypeError('bug')])(
    'that says something of the question stays what it is: %s',
    async (error) => {
      const { rule, asked } = ruleOf();
      await expect((async () => standIn(rule, error, NIK, undefined))()).rejects.toBe(error);
      expect(asked).toEqual([]);
    },
  );

  it('keeps its own words, and those of when to ask again, where the copies are too old', async () => {
    const { rule } = ruleOf({ staleAfterMs: HOUR });
    const live = failure('OPD_QUOTA', { retryable: true, retryAfterSeconds: 60 });
    await expect(standIn(rule, live, NIK, undefined)).rejects.toMatchObject({
      code: 'OPD_QUOTA',
      message: expect.stringMatching(/^DPMPTSP does not answer\. The copies of .* 5 hours old/),
      retryAfterSeconds: 60,
      cause: live,
    });
  });

  it('stays what it is where the copies cannot be read', async () => {
    const { rule } = ruleOf();
    const live = failure('OPD_UNAVAILABLE');
    const broken: CopyRule = {
      ...rule,
      reader: { find: () => Promise.reject(new HubError('INTERNAL', 'The database is away.')) },
    };
    await expect(standIn(broken, live, NIK, undefined)).rejects.toBe(live);
  });
});
