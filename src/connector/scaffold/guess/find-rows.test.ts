import { describe, expect, it } from 'vitest';
import { findOkWhen, findRows, listShared } from './find-rows.ts';

const NIL = { a: 1 };

it.each([
  ['a bare list', [NIL], '[]'],
  ['a list in an envelope', { status: true, data: [NIL] }, 'data[]'],
  ['a list deeper', { status: 200, result: { total: 1, items: [NIL] } }, 'result.items[]'],
  ['one record in an envelope', { status: true, data: { a: 1, b: 2, c: 3 } }, 'data'],
  [
    'one record beside its status',
    { response: { a: 1, b: 2 }, metadata: { code: 200, message: 'x', q: 1, r: 2 } },
    'response',
  ],
  ['one record with a list of its own', { data: { a: 1, b: 2, c: 3, d: 4, e: 5, steps: [NIL] } }, 'data'],
  ['records under names', { data: { 'DINAS SOSIAL': [NIL] } }, 'data{}'],
  ['records under numbers of people', { data: { '1571990101900001': { a: 1, b: 2, c: 3 } } }, 'data{}'],
  ['a record that is the whole answer', { a: 1, b: 2, c: 3 }, '[]?'],
])('finds %s', (_name, answer, rows) => {
  expect(findRows(answer)).toMatchObject({ rows, list: [expect.objectContaining({ a: 1 })] });
});

it.each([null, 'text', 7])('finds nothing in %j', (answer) => {
  expect(findRows(answer)).toBeUndefined();
});

describe('what says that an answer is good', () => {
  it.each([
    [{ status: true, data: [] }, { status: true }],
    [{ rc: '00', status: 'sukses', data: [] }, { rc: '00' }],
    [{ metadata: { code: 200, message: 'Ok' }, data: [] }, { 'metadata.code': 200 }],
    [{ Status: { IsError: 'False', ResponseCode: '00' }, data: [] }, { 'Status.ResponseCode': '00' }],
  ])('is found in %j', (answer, okWhen) => {
    expect(findOkWhen(answer, 'data[]')).toEqual(okWhen);
  });

  it.each([[{ status: false, data: [] }], [{ rc: '13', data: [] }], [{ message: 'ok', data: [] }], [[]]])(
    'is not seen in %j',
    (answer) => {
      expect(findOkWhen(answer, 'data[]')).toBeUndefined();
    },
  );
});

it('takes what stands beside a list for part of each record, but for what is about the answer', () => {
  const answer = { Nop: '1', message: 'ok', total: 2, Tagihan: [NIL] };
  expect(listShared(answer, { rows: 'Tagihan[]', list: [NIL] })).toEqual([['$.Nop', '1']]);
});
