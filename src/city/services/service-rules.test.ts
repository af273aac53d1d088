import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { checkServices } from './check-services.ts';
import { describeDigital, digitalShare } from './digital-share.ts';
import { readServices } from './read-services.ts';
import type { Service, ServiceStandard } from './service.ts';
import { createServiceCatalogue } from './service-catalogue.ts';
import { createServiceRules } from './service-rules.ts';

const standard = (from: string, more: Partial<ServiceStandard> = {}): ServiceStandard => ({
  from,
  isDefault: true,
  requirements: ['KTP'],
  steps: [{ name: 'Mengisi', channel: 'online' }],
  product: 'Surat',
  complaints: 'SiKesal',
  basis: ['UU 25/2009'],
  ...more,
});
const service = (code: string, more: Partial<Service> = {}): Service => ({
  code,
  name: code,
  about: code,
  words: [],
  calledBy: {},
  standards: [standard('2024-01-01')],
  ...more,
});
const rulesOf = (...services: Service[]) =>
  createServiceRules(createServiceCatalogue({ services, version: '1' }), createWorkingCalendar());

describe('the rules of services', () => {
  const rules = rulesOf(
    service('dpmptsp.izin', {
      calledBy: { 'dpmptsp/perizinan': ['IZ', 'Surat Izin'] },
      standards: [
        standard('2024-01-01', { until: '2026-06-30', days: 7, fee: 100_000 }),
        standard('2026-07-01', { days: 5, fee: 0 }),
      ],
    }),
    service('disdik.spmb', { calledBy: { 'disdik/spmb': ['SPMB'] } }),
  );
  const permit = rules.find('dpmptsp/perizinan', 'IZ');

  it('find a service by what a system calls it, whatever the capitals and blanks', () => {
    expect(rules.find('dpmptsp/perizinan', '  surat   IZIN ')?.code).toBe('dpmptsp.izin');
    expect(rules.find('dpmptsp/sicantik', 'IZ')).toBeUndefined();
    expect(permit).toMatchObject({ opd: 'dpmptsp', name: 'dpmptsp.izin' });
  });

  it.each<[string, string | undefined, string]>([
    // Worked by hand; ours.
    ['2026-06-30', '2026-07-09', 'old standard, 7 days: Wed 1, 2, 3 (3), Mon 6, 7, 8 (6), Thu 9 (7)'],
    ['2026-07-01', '2026-07-08', 'new standard, 5 days: Thu 2, Fri 3 (2), Mon 6, 7, 8 (5)'],
    ['2023-12-31', undefined, 'no standard was in force'],
  ])('of what was submitted on %s say %s (%s)', (submittedOn, due, _arithmetic) => {
    expect(permit?.dueOn(submittedOn)).toBe(due);
  });

  it('know the fee of a day, and that a fee is not known', () => {
    expect(permit?.officialFee('2026-06-30')).toBe(100_000);
    expect(permit?.officialFee('2026-07-01')).toBe(0);
    expect(rules.find('disdik/spmb', 'spmb')?.officialFee('2026-07-01')).toBeUndefined();
    expect(rules.find('disdik/spmb', 'spmb')?.dueOn('2026-07-01')).toBeUndefined();
  });

  it('have another version when the services have', () => {
    const of = (version: string) => createServiceRules(createServiceCatalogue({ services: [], version })).version;
    expect(of('1')).not.toBe(of('2'));
    expect(of('1')).toBe(of('1'));
  });
});

describe('the catalogue’s own files', () => {
  const data = readServices();
  const rules = createServiceRules();

  it('are without mistakes, and name only systems that there are', () => {
    expect(data.services.length).toBeGreaterThanOrEqual(25);
    const root = new URL('../../../connectors/', import.meta.url);
    const systems = data.services.flatMap(({ calledBy }) => Object.keys(calledBy));
    for (const system of systems) {
      const [opd = '', name = ''] = system.split('/');
      expect(readdirSync(new URL(opd, root)), system).toContain(`${name}.yaml`);
    }
  });

  it.each([
    ['dpmptsp/perizinan', 'Persetujuan Bangunan Gedung', 'dpmptsp.pbg'],
    ['dpmptsp/perizinan', 'Izin Pemakaian Tanah Makam', 'dpmptsp.izin-makam'],
    ['dpmptsp/sicantik', 'Surat Izin Praktik Dokter', 'dpmptsp.izin-praktik-dokter'],
    ['dpmptsp/sicantik', 'Izin Pemakaian Ruang Terbuka', 'dpmptsp.izin-ruang-terbuka'],
    ['diskominfo/sikesal', 'jalan', 'diskominfo.pengaduan-72-jam'],
    ['disnaker/ak1', 'AK-1', 'disnaker.kartu-pencari-kerja'],
  ])('know what %s calls %s', (system, called, code) => {
    expect(rules.find(system, called)?.code).toBe(code);
  });

  it('say from when testing vehicles costs nothing (UU 1/2022)', () => {
    const kir = rules.find('dishub/kir', 'KIR');
    expect([kir?.officialFee('2024-01-04'), kir?.officialFee('2024-01-05')]).toEqual([undefined, 0]);
  });
});

describe('mistakes in the catalogue', () => {
  const called = { 'dpmptsp/perizinan': ['IZ'] };

  it.each<[string, Service[]]>([
    ['no OPD has the code dinas-lama', [service('dinas-lama.izin')]],
    ['in force together', [service('dlh.a', { standards: [standard('2024-01-01'), standard('2025-01-01')] })]],
    ['ends before it begins', [service('dlh.a', { standards: [standard('2025-02-01', { until: '2025-01-01' })] })]],
    ['no day 2025-02-30', [service('dlh.a', { standards: [standard('2025-02-30')] })]],
    ['is there twice', [service('dlh.a'), service('dlh.a')]],
    [
      'dlh.a and dlh.b are both called "iz "',
      [service('dlh.a', { calledBy: called }), service('dlh.b', { calledBy: { 'dpmptsp/perizinan': ['iz '] } })],
    ],
  ])('are told: %s', (message, services) => {
    expect(checkServices(services).join('\n')).toContain(message);
  });

  it('are no mistakes where one standard follows another, or two systems use one word', () => {
    const following = [standard('2024-01-01', { until: '2024-12-31' }), standard('2025-01-01')];
    expect(
      checkServices([
        service('dlh.a', { standards: following, calledBy: called }),
        service('dlh.b', { calledBy: { 'dpmptsp/sicantik': ['IZ'] } }),
      ]),
    ).toEqual([]);
  });
});

describe('how far services are digital', () => {
  const steps = (...channels: ('online' | 'counter')[]) =>
    channels.map((channel, index) => ({ name: `langkah ${index + 1}`, channel }));

  it('is the share of the steps that are done at home', () => {
    // 3 of 4 steps: 3 / 4 = 0.75.
    expect(describeDigital({ steps: steps('online', 'online', 'counter', 'online') })).toEqual({
      share: 0.75,
      onlineSteps: ['langkah 1', 'langkah 2', 'langkah 4'],
      counterSteps: ['langkah 3'],
      isFullyDigital: false,
    });
  });

  it('is for an OPD the share of its services that need no counter, of those with a standard on the day', () => {
    const services = [
      service('dlh.a', { standards: [standard('2024-01-01', { steps: steps('online') })] }),
      service('dlh.b', { standards: [standard('2024-01-01', { steps: steps('online', 'counter') })] }),
      service('dlh.c', { standards: [standard('2024-01-01', { steps: steps('counter') })] }),
      service('dlh.d', { standards: [standard('2027-01-01', { steps: steps('online') })] }),
      service('pupr.a', { standards: [standard('2027-01-01')] }),
    ];
    const shares = digitalShare(services, '2026-11-24');
    // a of a, b and c: 1 / 3; d has no standard yet.
    expect(shares.get('dlh')).toEqual({
      share: 1 / 3,
      services: 3,
      fullyDigital: 1,
      counterSteps: [
        { service: 'dlh.b', step: 'langkah 2' },
        { service: 'dlh.c', step: 'langkah 1' },
      ],
      withoutStandard: ['dlh.d'],
      isDefault: true,
    });
    expect(shares.get('pupr')).toMatchObject({ share: undefined, services: 0, withoutStandard: ['pupr.a'] });
  });
});
