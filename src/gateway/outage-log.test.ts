import { describe, expect, it } from 'vitest';
import { HubError } from '../base/hub-error.ts';
import type { LogFields } from '../base/log.ts';
import { createOutageLog } from './outage-log.ts';

function open() {
  const lines: LogFields[] = [];
  const state = { nowMs: 0 };
  const warn = (_event: string, fields: LogFields = {}) => void lines.push(fields);
  const write = createOutageLog({ info: warn, warn, error: warn }, { now: () => state.nowMs });
  const fail = (opd: string, code: 'OPD_UNAVAILABLE' | 'OPD_QUOTA' = 'OPD_UNAVAILABLE') =>
    write(new HubError(code, `${opd}: down.`, { opd }));
  return { lines, state, fail };
}

describe('the log of outages', () => {
  it('writes the first fault at once and the rest as a number', () => {
    const { lines, state, fail } = open();
    for (let count = 0; count < 1000; count++) fail('bpprd');
    expect(lines).toEqual([{ code: 'OPD_UNAVAILABLE', opd: 'bpprd', reason: 'bpprd: down.' }]);
    state.nowMs = 10_000;
    fail('bpprd');
    expect(lines[1]).toMatchObject({ opd: 'bpprd', alsoSinceLastLine: 999 });
  });

  it('keeps OPDs and kinds of fault apart', () => {
    const { lines, fail } = open();
    fail('bpprd');
    fail('dpmptsp');
    fail('bpprd', 'OPD_QUOTA');
    expect(lines.map(({ opd, code }) => [opd, code])).toEqual([
      ['bpprd', 'OPD_UNAVAILABLE'],
      ['dpmptsp', 'OPD_UNAVAILABLE'],
      ['bpprd', 'OPD_QUOTA'],
    ]);
  });
});
