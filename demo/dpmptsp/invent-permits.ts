import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom, type Random } from '../random.ts';
import { addDays, ageOn, REFERENCE_DAY, slashedDay } from '../reference-day.ts';
import { getPermitService, PERMIT_SERVICES, type Permit, type PermitService, type PermitStatus } from './permit.ts';

type Step = readonly [status: PermitStatus, day: string];

interface Filing {
  readonly service: PermitService;
  readonly steps: readonly Step[];
}

/** Share of adults with a permit; with the children it makes about 15 % of all people. */
const APPLICANT_SHARE = 0.21;

/** What the office writes at each step. */
export const NOTES: Readonly<Record<PermitStatus, string>> = {
  '0': 'Berkas diterima di loket MPP',
  '1': 'Berkas lengkap dan terverifikasi',
  '2': 'Menunggu rekomendasi dinas teknis',
  '3': 'Izin terbit, dapat diunduh',
  '9': 'Ditolak: tidak sesuai tata ruang',
};

const ALIAS_FILINGS: Readonly<Partial<Record<string, readonly { code: string; steps: readonly Step[] }[]>>> = {
  demo: [
    {
      code: 'PBG',
      steps: [
        ['0', '2026-09-21'],
        ['1', '2026-09-24'],
        ['2', '2026-10-05'],
      ],
    },
    {
      code: 'REK',
      steps: [
        ['0', '2025-03-03'],
        ['1', '2025-03-04'],
        ['2', '2025-03-06'],
        ['3', '2025-03-11'],
      ],
    },
  ],
  siti: [
    {
      code: 'PAUD',
      steps: [
        ['0', '2026-05-11'],
        ['1', '2026-05-13'],
        ['2', '2026-05-18'],
        ['3', '2026-05-27'],
      ],
    },
  ],
  aneh: [
    {
      code: 'PBG',
      steps: [
        ['0', '2024-01-15'],
        ['1', '2024-01-19'],
        ['2', '2024-02-05'],
        ['3', '2024-02-20'],
      ],
    },
  ],
};

/** The permits that these people have had before the city's "today", in the order of their numbers. */
export function inventPermits(people: readonly Person[], seed: number): Permit[] {
  const permits: Permit[] = [];
  for (const person of people) {
    const random = createRandom(seed, 'izin', person.nik);
    for (const filing of listFilings(person, random))
      permits.push(toPermit(person, filing, permits.length + 1, random));
  }
  return permits;
}

function listFilings(person: Person, random: Random): readonly Filing[] {
  if (person.alias) {
    return (ALIAS_FILINGS[person.alias] ?? []).map(({ code, steps }) => ({ service: getPermitService(code), steps }));
  }
  if (ageOn(person.birthDate) < ADULT_AGE || !random.chance(APPLICANT_SHARE)) return [];
  return Array.from({ length: random.chance(0.25) ? 2 : 1 }, () => inventFiling(random));
}

function inventFiling(random: Random): Filing {
  const service = random.pick(PERMIT_SERVICES);
  const filedOn = addDays(REFERENCE_DAY, -random.whole(1, random.chance(0.2) ? 30 : 900));
  const path: readonly PermitStatus[] = random.chance(0.9) ? ['0', '1', '2', '3'] : ['0', '1', '9'];
  const steps: Step[] = [];
  let day = filedOn;
  for (const status of path) {
    // What would happen after the reference day has not happened yet: the permit stands at an earlier step.
    if (day > REFERENCE_DAY) break;
    steps.push([status, day]);
    day = addDays(day, random.whole(1, Math.max(1, Math.ceil(service.days / 2))));
  }
  return { service, steps };
}

/** What was taken beyond the tariff, in rupiah: of siti for a permit that is free, and of one in twelve who had to pay anyway. */
function inventLevy({ alias }: Person, { code, fee }: PermitService, serial: number): number {
  if (alias !== undefined) return alias === 'siti' && code === 'PAUD' ? 150_000 : 0;
  return fee > 0 && serial % 12 === 5 ? 50_000 : 0;
}

function toPermit(person: Person, { service, steps }: Filing, serial: number, random: Random): Permit {
  const [filedStatus, filedOn] = steps[0] ?? ['0', REFERENCE_DAY];
  const [status, changedOn] = steps.at(-1) ?? [filedStatus, filedOn];
  const clock = [random.whole(8, 15), random.whole(0, 59), random.whole(0, 59)].map((part) =>
    String(part).padStart(2, '0'),
  );
  const row = {
    no_izin: `503/${String(serial).padStart(4, '0')}/${service.code}/DPMPTSP/${filedOn.slice(0, 4)}`,
    nik: person.nik,
    kode_layanan: service.code,
    nama_layanan: service.name,
    sts: status,
    tgl_masuk: slashedDay(filedOn),
    tgl_terbit: status === '3' ? slashedDay(changedOn) : '',
    biaya: String(service.fee + inventLevy(person, service, serial)),
    tgl_ubah: `${changedOn} ${clock.join(':')}`,
  };
  return {
    // What an import from an older table left behind: Oracle's leading blank, a zero date, money with its currency.
    row:
      person.alias === 'aneh' ? { ...row, nik: ` ${row.nik}`, tgl_terbit: '00-00-0000', biaya: 'Rp 1.250.000' } : row,
    applicant: person.name.toUpperCase(),
    steps: steps.map(([sts, day]) => ({ sts, tanggal: slashedDay(day), catatan: NOTES[sts] })),
  };
}
