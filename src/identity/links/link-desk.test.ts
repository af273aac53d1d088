import { describe, expect, it } from 'vitest';
import { HubError } from '../../base/hub-error.ts';
import type { AccessEntry, AccessLog } from '../../ports/access-log.ts';
import type { LinkAttempts, LinkBook, LinkedNumber } from '../../ports/link-book.ts';
import type { Proof, ProofResult } from '../../ports/link-proof.ts';
import { citizenCaller, mandateOf, staffCaller } from '../testing/callers.ts';
import { createLinkDesk } from './link-desk.ts';

const NIK = '1571991007900001';
const NOP = '157101000100501230';
const NOW = Date.UTC(2026, 10, 24, 1);
const citizen = mandateOf(citizenCaller(NIK));

/** What happened, in its order. */
type Event = string;

interface Setup {
  readonly result?: ProofResult | HubError;
  readonly isSingle?: boolean;
  readonly isHeldByOther?: boolean;
  readonly waitSeconds?: number;
  readonly logFails?: boolean;
}

function open({ result = 'proved', isSingle = false, isHeldByOther = false, waitSeconds, logFails }: Setup = {}) {
  const events: Event[] = [];
  const entries: AccessEntry[] = [];
  const links: LinkedNumber[] = [];
  const log: Pick<AccessLog, 'record'> & AccessLog = {
    record: async (recorded) => {
      if (logFails) throw new HubError('AUDIT_UNAVAILABLE', 'away');
      entries.push(...recorded);
      events.push(...recorded.map(({ outcome }) => `logged ${outcome}`));
    },
    listOfSubject: async () => [],
  };
  const store: LinkBook = {
    linkOne: async (_nik, kind, value, how) => {
      const link = { id: `link-${links.length}`, kind, value, linkedAtMs: NOW, how };
      links.push(link);
      events.push(`linked ${value}`);
      return link;
    },
    unlink: async (_nik, id) => {
      events.push(`unlinked ${id}`);
      const at = links.findIndex((one) => one.id === id);
      return at < 0 ? undefined : links.splice(at, 1)[0];
    },
    listAll: async () => links,
    isHeldByOther: async () => isHeldByOther,
    noteRefused: async () => void events.push('history refused'),
  };
  const attempts: LinkAttempts = {
    book: async () => {
      events.push('booked');
      return waitSeconds === undefined ? { id: 'a' } : { retryAfterSeconds: waitSeconds };
    },
    release: async () => void events.push('released'),
  };
  const check: Proof['check'] = async (_nik, number, fact) => {
    events.push(`asked ${number} ${fact}`);
    if (result instanceof HubError) throw result;
    return result;
  };
  const proof = { kind: 'nop', opd: 'bpprd', system: 'pbb', label: 'NOP', ask: 'Nama wajib pajak', isSingle, check };
  const desk = createLinkDesk({ store, attempts, proofs: [proof], log, clock: { now: () => NOW } });
  return { desk, events, entries };
}

describe('linking a number', () => {
  it('asks the system with the number as systems write it, logs, and links', async () => {
    const { desk, events, entries } = open();
    const linked = await desk.link(citizen, 'nop', ' 15.71.010.001.005-0123.0 ', ' Rahmat Syahputra ');
    expect(linked).toMatchObject({ kind: 'nop', value: NOP, opd: 'bpprd', label: 'NOP', how: 'proof' });
    expect(events).toEqual(['booked', `asked ${NOP} Rahmat Syahputra`, 'released', 'logged allowed', `linked ${NOP}`]);
    expect(entries).toEqual([
      expect.objectContaining({
        channel: 'mutation',
        subject: NIK,
        reads: [{ opd: 'bpprd', fields: ['Link.nop'] }],
        outcome: 'allowed',
      }),
    ]);
  });

  it.each(['wrong', 'notFound'] as const)(
    'that is %s is refused in the same words, after it was logged',
    async (result) => {
      const { desk, events } = open({ result });
      await expect(desk.link(citizen, 'nop', NOP, 'Siti')).rejects.toMatchObject({
        code: 'PROOF_WRONG',
        message: 'The number and what was said of it do not belong together.',
        opd: 'bpprd',
      });
      expect(events).toEqual(['booked', `asked ${NOP} Siti`, 'history refused', 'logged refused']);
    },
  );

  it('that cannot be proved says so, and counts as an attempt', async () => {
    const { desk, events } = open({ result: 'notProvable' });
    await expect(desk.link(citizen, 'nop', NOP, 'Siti')).rejects.toMatchObject({ code: 'PROOF_IMPOSSIBLE' });
    expect(events).not.toContain('released');
  });

  it('does not count while the system does not answer', async () => {
    const { desk, events } = open({ result: new HubError('OPD_UNAVAILABLE', 'away') });
    await expect(desk.link(citizen, 'nop', NOP, 'Siti')).rejects.toMatchObject({ code: 'OPD_UNAVAILABLE' });
    expect(events).toEqual(['booked', `asked ${NOP} Siti`, 'released']);
  });

  it('asks no system after too many wrong proofs', async () => {
    const { desk, events } = open({ waitSeconds: 60 });
    const refusal = desk.link(citizen, 'nop', NOP, 'Siti');
    await expect(refusal).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 60 });
    expect(events).toEqual(['booked']);
  });

  it('tells no result that could not be logged, and links nothing', async () => {
    for (const result of ['proved', 'wrong'] as const) {
      const { desk, events } = open({ result, logFails: true });
      await expect(desk.link(citizen, 'nop', NOP, 'Siti')).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
      expect(events).not.toContain(`linked ${NOP}`);
    }
  });

  it('of one holder only is refused when somebody else has it, and shared otherwise', async () => {
    const single = open({ isSingle: true, isHeldByOther: true });
    await expect(single.desk.link(citizen, 'nop', NOP, 'Siti')).rejects.toMatchObject({ code: 'LINK_TAKEN' });
    expect(single.events.slice(-2)).toEqual(['history refused', 'logged refused']);
    const shared = open({ isHeldByOther: true });
    await expect(shared.desk.link(citizen, 'nop', NOP, 'Siti')).resolves.toMatchObject({ value: NOP });
  });

  it('of a kind that nobody proves names those that there are', async () => {
    const { desk } = open();
    await expect(desk.link(citizen, 'npo', NOP, 'Siti')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fix: 'Give one of linkKinds: nop.',
    });
  });

  it.each([
    ['an officer', mandateOf(staffCaller('officer', 'bpprd')), 'FORBIDDEN'],
    ['an application of others', mandateOf(citizenCaller(NIK), { basis: 'consent' }), 'FORBIDDEN'],
    ['a citizen of whom nobody is sure', mandateOf(citizenCaller(NIK, { assurance: 'low' })), 'ASSURANCE_TOO_LOW'],
  ])('is not for %s', async (_who, mandate, code) => {
    const { desk, events } = open();
    await expect(desk.link(mandate, 'nop', NOP, 'Siti')).rejects.toMatchObject({ code });
    await expect(desk.unlink(mandate, 'link-0')).rejects.toMatchObject({ code });
    expect(events).toEqual([]);
  });
});

describe('a number as it is typed', () => {
  it.each([
    ['SC-1571-2026-00001', 'SC-1571-2026-00001'],
    ['sc-1571-2026-00001', 'SC-1571-2026-00001'],
    ['jb 0000001', 'JB0000001'],
    ['19860412 201003 2 001', '198604122010032001'],
  ])('%s is %s', async (typed, number) => {
    const { desk } = open();
    expect(await desk.link(citizen, 'nop', typed, 'Siti')).toMatchObject({ value: number });
  });

  it.each(['', '1', '-.-', "1' or '1'='1", '%%%%', 'é0000001', '../../etc', '1'.repeat(41), ' '.repeat(1000)])(
    'is refused: %j',
    async (typed) => {
      const { desk, events } = open();
      await expect(desk.link(citizen, 'nop', typed, 'Siti')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(events).toEqual([]);
    },
  );

  it.each(['', '  ', 'a'.repeat(121)])('needs a fact beside it: %j is none', async (fact) => {
    const { desk } = open();
    await expect(desk.link(citizen, 'nop', NOP, fact)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('unlinking', () => {
  it('ends a link of his own, logged before', async () => {
    const { desk, events } = open();
    const { id } = await desk.link(citizen, 'nop', NOP, 'Siti');
    events.length = 0;
    await desk.unlink(citizen, id);
    expect(events).toEqual(['logged allowed', `unlinked ${id}`]);
    expect(await desk.list(NIK)).toEqual([]);
  });

  it('of what is not his finds nothing', async () => {
    const { desk } = open();
    await expect(desk.unlink(citizen, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('lists what can be linked', () => {
  expect(open().desk.listKinds()).toEqual([{ kind: 'nop', opd: 'bpprd', label: 'NOP', ask: 'Nama wajib pajak' }]);
});
