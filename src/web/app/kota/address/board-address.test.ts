import { describe, expect, it } from 'vitest';
import { readAddress } from './board-address.ts';

const read = (query: string) => readAddress(new URLSearchParams(query), '2026-11-25');

describe('the address of the board', () => {
  it('says nothing where the board is of today, beside the end of last month, what is worth a look first', () => {
    expect(read('')).toMatchObject({
      ...{ day: '2026-11-25', isToday: true, before: '2026-10-31', sort: 'peringatan', isDescending: true },
      measure: { metric: 'OVERDUE_APPLICATIONS' },
    });
  });

  it('sorts the worst first, whichever way that is, and its charts follow until it says otherwise', () => {
    expect(read('urut=kepuasan')).toMatchObject({ sort: 'IKM', isDescending: false, measure: { metric: 'IKM' } });
    expect(read('urut=pengaduan')).toMatchObject({ sort: 'OVERDUE_COMPLAINTS', isDescending: true });
    expect(read('urut=kepuasan&arah=turun&ukuran=sakip')).toMatchObject({
      ...{ isDescending: true, measure: { metric: 'SAKIP_SCORE' } },
    });
  });

  it.each([
    ['hari=2026-06-15', '2026-06-15', '2026-05-31'],
    ['banding=tahun-lalu', '2026-11-25', '2025-11-25'],
    ['banding=2026-01-01', '2026-11-25', '2026-01-01'],
  ])('%s is of %s beside %s', (query, day, before) => expect(read(query)).toMatchObject({ day, before }));

  it.each(['hari=2027-01-01', 'hari=besok', 'banding=2026-12-01', 'banding=x', 'urut=gaji&arah=x'])(
    '%s makes no sense and is as if it were not',
    (query) => expect(read(query)).toEqual(read('')),
  );
});
