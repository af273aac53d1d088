import { expect, it } from 'vitest';
import { citizenCaller } from '../identity/testing/callers.ts';
import { adoptTrail, carryTrail } from './carried-trail.ts';
import { contextOf } from './testing/context-of.ts';

const MINE = '1571990101010001';
const THEIRS = '1571990101010002';
const open = () => contextOf(citizenCaller(MINE));

it('what another server has shown and refused counts as shown and refused here', () => {
  const there = open();
  there.trail.allow({ opd: 'rsud', field: 'ClinicBooking' });
  there.trail.refuse(THEIRS, { opd: 'rsud', field: 'ClinicQueue' });
  const here = open();
  adoptTrail('rsud', { access: JSON.parse(JSON.stringify(carryTrail(there.trail))) }, here);
  expect(here.trail.listAllowed()).toEqual([{ opd: 'rsud', fields: ['ClinicBooking'] }]);
  expect(here.trail.listRefused()).toEqual([{ owner: THEIRS, reads: [{ opd: 'rsud', fields: ['ClinicQueue'] }] }]);
});

it('whom another server has shown besides is shown here', () => {
  const there = open();
  const [subject, mark] = [
    { kind: 'nip', number: '198604122010032001' },
    { opd: 'bkpsdmd', field: 'ActivityToApprove' },
  ];
  there.trail.allow(mark);
  there.trail.show(subject, mark);
  const here = open();
  adoptTrail('bkpsdmd', { access: JSON.parse(JSON.stringify(carryTrail(there.trail))) }, here);
  expect(here.trail.listShown()).toEqual([{ subject, reads: [{ opd: 'bkpsdmd', fields: ['ActivityToApprove'] }] }]);
  expect(here.trail.listOthers()).toEqual([]);
});

it('a server that says it has shown nothing of anybody is believed', () => {
  const here = open();
  adoptTrail('rsud', { access: carryTrail(open().trail) ?? null }, here);
  expect(here.trail.isEmpty).toBe(true);
});

it.each([undefined, {}, { access: 'x' }, { access: { allowed: ['A'] } }, { access: { allowed: 'A', refused: [] } }])(
  'a server that does not say (%j) may have shown anything',
  (extensions) => {
    const here = open();
    adoptTrail('rsud', extensions, here);
    expect(here.trail.listAllowed()).toEqual([{ opd: 'rsud', fields: ['*'] }]);
  },
);
