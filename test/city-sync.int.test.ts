import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listEmployees } from '../demo/bkpsdmd/employees.ts';
import type { SystemName } from '../demo/city.ts';
import { findMariadbd } from '../demo/database/mariadb.ts';
import { type CitySync, openCitySync } from './support/open-city-sync.ts';

const hasMariadb = findMariadbd() !== undefined;
const isHere = (stream: string) => hasMariadb || !/^(rsud|tirtamayang)/.test(stream);

let sync: CitySync;
beforeAll(async () => {
  sync = await openCitySync();
}, 120_000);
afterAll(() => sync.close());

const STREAMS = [
  'dpmptsp/perizinan/Permit',
  'dpmptsp/sicantik/Licence',
  'diskominfo/sikesal/Complaint',
  'disnaker/ak1/JobSeekerCard',
  'dinsos/siks-ng/SocialAid',
  'bpkad/simda/AllowancePayment',
  'bkpsdmd/kepegawaian/Employee',
  'bkpsdmd/kepegawaian/DailyActivity',
  'bkpsdmd/kepegawaian/AttendanceDay',
  'rsud/simrs/ClinicBooking',
  'tirtamayang/billing/WaterConnection',
  'tirtamayang/billing/WaterBill',
];

describe('the city’s streams', () => {
  it('are of nine systems', () => {
    expect(sync.streams.map(({ id }) => id).sort()).toEqual([...STREAMS].sort());
    expect(new Set(sync.streams.map(({ opd, system }) => `${opd}/${system}`)).size).toBe(9);
  });

  it.each(STREAMS.filter(isHere))('%s is copied whole, and compared when nothing has changed', async (stream) => {
    const first = await sync.run(stream);
    expect(first).toMatchObject({ state: 'succeeded', mode: 'sweep' });
    const copies = await sync.copies(stream);
    const rejected = await sync.quarantine(stream);
    expect(copies.length).toBeGreaterThan(5);
    // A card that was typed from paper has a dash for its end.
    expect(rejected).toEqual(stream.endsWith('JobSeekerCard') ? ['JobSeekerCard.validUntil'] : []);
    const again = await sync.run(stream, 'sweep');
    expect(again).toMatchObject({ state: 'succeeded', counts: { written: 0, vanished: 0 } });
    expect(await sync.copies(stream)).toHaveLength(copies.length);
  });

  it('leave nobody out: all employees, their months and their days', async () => {
    const employees = listEmployees(sync.city.people, 1571).length;
    expect(await sync.copies('bkpsdmd/kepegawaian/Employee')).toHaveLength(employees);
    expect(await sync.copies('bkpsdmd/kepegawaian/AttendanceDay')).toHaveLength(employees * 44);
    expect(await sync.copies('bpkad/simda/AllowancePayment')).toHaveLength(employees * 2);
  });
});

/** Which records of the living city are which copies, and what in a copy names them. */
const LIVING: readonly (readonly [SystemName, stream: string, key: string])[] = [
  ['dpmptsp', 'dpmptsp/perizinan/Permit', 'id'],
  ['sikesal', 'diskominfo/sikesal/Complaint', 'id'],
  ['sicantik', 'dpmptsp/sicantik/Licence', 'id'],
  ['disnaker', 'disnaker/ak1/JobSeekerCard', 'number'],
  ['bkpsdmd', 'bkpsdmd/kepegawaian/DailyActivity', 'id'],
  ['simrs', 'rsud/simrs/ClinicBooking', 'code'],
  ['tirtamayang', 'tirtamayang/billing/WaterBill', 'id'],
];

describe.each(LIVING.filter(([, stream]) => isHere(stream)))('what changes in %s', (system, stream, key) => {
  const recordsOf = () => {
    const { records } = sync.city.systems[system];
    if (!records) throw new Error(`${system} has no records`);
    return records;
  };
  const find = async (id: string) =>
    (await sync.copies(stream)).find((copy) => copy[key] === (system === 'tirtamayang' ? id.replace('/', '') : id));

  it('is copied by the next run, and what is new', async () => {
    const id = await recordsOf().change();
    const before = await find(id);
    const added = await recordsOf().add();
    expect(before).toBeDefined();
    expect(await find(added)).toBeUndefined();
    expect(await sync.run(stream)).toMatchObject({ state: 'succeeded', counts: { written: 2, rejected: 0 } });
    expect(await find(id)).not.toEqual(before);
    expect(await find(added)).toBeDefined();
  });

  it('and is deleted is gone after a sweep, or two where it might have moved', async () => {
    const id = await recordsOf().remove();
    await sync.run(stream);
    await sync.run(stream, 'sweep');
    await sync.run(stream, 'sweep');
    expect(await find(id)).toBeUndefined();
  });
});
