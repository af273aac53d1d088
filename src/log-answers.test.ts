import { OperationTypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { HubError } from './base/hub-error.ts';
import { citizenCaller, staffCaller } from './identity/testing/callers.ts';
import { createLoggedRelease, listEntries } from './log-answers.ts';
import type { AccessEntry, AccessLog } from './ports/access-log.ts';
import type { SubgraphContext } from './subgraph/index.ts';
import { contextOf } from './subgraph/testing/context-of.ts';

const MINE = '1571990101010001';
const THEIRS = '1571990101010002';
const PERMIT = { opd: 'dpmptsp', field: 'Permit' };
const ANSWER = { data: { me: { permits: [] } } };

/** A log whose writes end when the test says so. */
function heldLog() {
  const written: AccessEntry[] = [];
  let finish = (): void => {};
  let fail = (_error: Error): void => {};
  const log: AccessLog = {
    record: async (entries) => {
      await new Promise<void>((resolve, reject) => {
        finish = resolve;
        fail = reject;
      });
      written.push(...entries);
    },
    listOfSubject: async () => [],
  };
  return { log, written, finish: () => finish(), fail: (error: Error) => fail(error) };
}

const release = (log: AccessLog, context: SubgraphContext) =>
  createLoggedRelease(log, { now: () => 7 })(ANSWER, context, OperationTypeNode.QUERY);

describe('an answer', () => {
  it('without personal data is let go at once and not written down', () => {
    const held = heldLog();
    expect(release(held.log, contextOf(citizenCaller(MINE)))).toBe(ANSWER);
  });

  it('with personal data waits until it is written down', async () => {
    const held = heldLog();
    const context = contextOf(citizenCaller(MINE));
    context.trail.allow(PERMIT);
    let isOut = false;
    const out = Promise.resolve(release(held.log, context)).then((answer) => {
      isOut = true;
      return answer;
    });
    await Promise.resolve();
    expect(isOut).toBe(false);
    held.finish();
    expect(await out).toBe(ANSWER);
    expect(held.written).toMatchObject([{ subject: MINE, atMs: 7, channel: 'query', outcome: 'allowed' }]);
  });

  it('that cannot be written down is withheld', async () => {
    const held = heldLog();
    const context = contextOf(citizenCaller(MINE));
    context.trail.allow(PERMIT);
    const out = release(held.log, context);
    held.fail(new HubError('AUDIT_UNAVAILABLE', 'The access log cannot be written.'));
    expect(await out).toMatchObject({ data: null, errors: [{ originalError: { code: 'AUDIT_UNAVAILABLE' } }] });
  });

  it('that only refuses is let go even then', async () => {
    const held = heldLog();
    const context = contextOf(citizenCaller(MINE));
    context.trail.refuse(THEIRS, PERMIT);
    const out = release(held.log, context);
    held.fail(new HubError('AUDIT_UNAVAILABLE', 'The access log cannot be written.'));
    expect(await out).toBe(ANSWER);
  });

  it('to somebody who is about nobody is withheld and not written under a wrong name', async () => {
    const context = contextOf(staffCaller('mayor'));
    context.trail.allow(PERMIT);
    expect(await release(heldLog().log, context)).toMatchObject({ data: null });
  });
});

describe('what is written down', () => {
  it('tells what was seen of each agency, once, and whom else somebody tried to see', () => {
    const context = contextOf(citizenCaller(MINE));
    for (const field of ['Permit', 'Licence', 'Permit']) context.trail.allow({ opd: 'dpmptsp', field });
    context.trail.allow({ opd: 'bpprd', field: 'TaxBill' });
    context.trail.refuse(THEIRS, PERMIT);
    const reads = [
      { opd: 'bpprd', fields: ['TaxBill'] },
      { opd: 'dpmptsp', fields: ['Licence', 'Permit'] },
    ];
    const app = 'test-app';
    const actor = { kind: 'citizen', id: 'https://issuer.test|subject', opd: undefined };
    expect(listEntries(context, 'query', 1)).toEqual([
      {
        atMs: 1,
        channel: 'query',
        actor,
        app,
        subject: MINE,
        reads,
        purpose: 'layanan',
        basis: 'self',
        caseId: undefined,
        outcome: 'allowed',
      },
      expect.objectContaining({ subject: THEIRS, reads: [{ opd: 'dpmptsp', fields: ['Permit'] }], outcome: 'refused' }),
    ]);
  });

  it('of an officer names his case and whose it is', () => {
    const openCase = {
      id: 'c1',
      kind: 'case',
      nik: THEIRS,
      opd: 'dpmptsp',
      purpose: 'izin',
      basis: 'public-task',
      untilMs: 9,
    } as const;
    const context = contextOf(staffCaller('officer', 'dpmptsp'), { openCase, basis: 'public-task', purpose: 'izin' });
    context.trail.allow(PERMIT);
    expect(listEntries(context, 'query', 1)).toMatchObject([
      {
        subject: THEIRS,
        caseId: 'c1',
        basis: 'public-task',
        purpose: 'izin',
        actor: { kind: 'officer', opd: 'dpmptsp' },
      },
    ]);
  });
});
