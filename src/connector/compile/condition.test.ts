import { describe, expect, it } from 'vitest';
import { type ConditionSpec, compileCondition } from './condition.ts';

const HOLDS: readonly (readonly [ConditionSpec, unknown, boolean])[] = [
  [{ rc: '00' }, { rc: '00' }, true],
  [{ rc: '00' }, { rc: '0' }, false],
  [{ rc: '00' }, {}, false],
  [{ rc: '00' }, null, false],
  [{ rc: '00' }, 'rc=00', false],
  // Legacy systems write the same code as text, number or boolean, depending on their release.
  [{ status: 1 }, { status: '1' }, true],
  [{ ok: true }, { ok: 'true' }, true],
  [{ ok: 'true' }, { ok: true }, true],
  [{ ok: true }, { ok: 'True' }, false],
  [{ rc: ['00', '13'] }, { rc: '13' }, true],
  [{ rc: ['00', '13'] }, { rc: '99' }, false],
  [{ 'content[0].RESPONSE_CODE': '05' }, { content: [{ RESPONSE_CODE: '05' }] }, true],
  [{ 'content[0].RESPONSE_CODE': '05' }, { content: [] }, false],
  [{ data: 'present' }, { data: [] }, true],
  [{ data: 'present' }, { data: 0 }, true],
  [{ data: 'present' }, { data: null }, false],
  [{ data: 'present' }, { data: '' }, false],
  [{ data: 'present' }, {}, false],
  [{ rc: 'null' }, { rc: null }, false],
  [{ rc: '' }, { rc: '' }, false],
  [{ rc: '00', data: 'present' }, { rc: '00', data: {} }, true],
  [{ rc: '00', data: 'present' }, { rc: '00' }, false],
  [{ rc: '00', data: 'present' }, { rc: '01', data: {} }, false],
];

describe('a condition', () => {
  it.each(HOLDS)('%j on %j: %s', (spec, answer, holds) => {
    const test = compileCondition(spec);
    if (typeof test === 'string') throw new Error(`not a path: ${test}`);
    expect(test(answer)).toBe(holds);
  });

  it('gives back the path that is none', () => {
    expect(compileCondition({ rc: '00', 'a..b': 1 })).toBe('a..b');
  });
});
