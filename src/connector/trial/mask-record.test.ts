import { expect, it } from 'vitest';
import { listUnreadable, maskRecord } from './mask-record.ts';

const record = {
  name: 'Budi Santoso',
  born: { error: 'is not a day of the calendar' },
  address: { street: 'Jalan Melati', since: { error: 'is not a date' } },
  fault: { error: 'Siti Rahayu', at: 1 },
};

it('tells of values that did not convert wherever they stand', () => {
  expect(listUnreadable(record)).toEqual(['is not a day of the calendar', 'is not a date']);
});

it('shows why, and nothing of what did convert', () => {
  expect(maskRecord(record)).toEqual({
    name: 'Xxxx Xxxxxxx',
    born: record.born,
    address: { street: 'Xxxxx Xxxxxx', since: record.address.since },
    fault: { error: 'Xxxx Xxxxxx', at: 1 },
  });
});
