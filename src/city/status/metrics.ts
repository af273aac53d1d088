import type { CityMetric } from '../generated/resolver-types.ts';
import { computeIkm } from '../survey/compute-ikm.ts';
import type { FigureKind } from './figure-provider.ts';
import { findMedian } from './find-median.ts';

/** Sums by name; a name without a sum is 0. */
export type Sums = ReadonlyMap<string, number>;

/** How a figure comes out of sums that add up. */
export interface Metric {
  readonly kind: FigureKind;
  /**
   * `stock`: how it stands at the end of a day. `flow`: what came about in a span, the twelve months up to the day unless the
   * kind is judged by another.
   */
  readonly over: 'stock' | 'flow';
  /** The figure; undefined where there is nothing to tell it from. */
  compute(sums: Sums): number | undefined;
  /** How many records it is made of. */
  count(sums: Sums): number;
  /** How it is computed, for people. */
  readonly rule: string;
  /** Which way is worse; undefined for a figure that is neither good nor bad. */
  readonly worse: 'higher' | 'lower' | undefined;
}

const get = (sums: Sums, name: string): number => sums.get(name) ?? 0;
const share = (part: number, whole: number): number | undefined => (whole > 0 ? part / whole : undefined);
const open = (sums: Sums): number => get(sums, 'received') - get(sums, 'decided');
const overdue = (sums: Sums): number => get(sums, 'overdueFrom') - get(sums, 'overdueUntil');
const decidedInTime = (sums: Sums): number => get(sums, 'onTime') + get(sums, 'late');
const sumOf = (name: string) => (sums: Sums) => get(sums, name);

const OPEN = 'Yang masuk dikurangi yang diputus, sampai dengan hari itu.';
const OVERDUE = 'Yang belum diputus dan lewat batas hari kerja menurut standar pelayanannya.';

/** Every figure of the city's status. */
export const metrics: Readonly<Record<CityMetric, Metric>> = {
  OPEN_APPLICATIONS: { kind: 'application', over: 'stock', compute: open, count: open, rule: OPEN, worse: 'higher' },
  OVERDUE_APPLICATIONS: {
    ...{ kind: 'application', over: 'stock', compute: overdue, count: open, rule: OVERDUE, worse: 'higher' },
  },
  SLA_COMPLIANCE: {
    kind: 'application',
    over: 'flow',
    compute: (sums) => share(get(sums, 'onTime'), decidedInTime(sums)),
    count: decidedInTime,
    rule: 'Diputus tepat waktu dibagi semua yang diputus dan punya batas waktu.',
    worse: 'lower',
  },
  MEDIAN_DAYS: {
    kind: 'application',
    over: 'flow',
    compute: (sums) => findMedian(listDays(sums)),
    count: (sums) => listDays(sums).reduce((sum, [, count]) => sum + count, 0),
    rule: 'Median hari kerja dari permohonan masuk sampai diputus.',
    worse: 'higher',
  },
  OVERCHARGED: {
    kind: 'application',
    over: 'flow',
    compute: sumOf('overcharged'),
    count: sumOf('received'),
    rule: 'Permohonan yang ditagih lebih dari tarif resmi layanannya.',
    worse: 'higher',
  },
  DIGITAL_SHARE: {
    kind: 'service',
    over: 'stock',
    compute: (sums) => share(get(sums, 'digital'), get(sums, 'services')),
    count: sumOf('services'),
    rule: 'Layanan yang semua langkahnya daring dibagi semua layanan dalam katalog.',
    worse: 'lower',
  },
  OPEN_COMPLAINTS: { kind: 'complaint', over: 'stock', compute: open, count: open, rule: OPEN, worse: 'higher' },
  OVERDUE_COMPLAINTS: {
    ...{ kind: 'complaint', over: 'stock', compute: overdue, count: open, worse: 'higher' },
    rule: 'Pengaduan yang belum selesai dan lewat batas tindak lanjut.',
  },
  LEVY_REPORTS: {
    kind: 'levy',
    over: 'flow',
    compute: sumOf('reports'),
    count: sumOf('reports'),
    rule: 'Laporan pungutan liar yang diterima hub untuk Inspektorat.',
    worse: 'higher',
  },
  IKM: {
    kind: 'survey',
    over: 'flow',
    compute: (sums) => computeIkm(sums)?.value,
    count: sumOf('survey'),
    rule: 'Indeks Kepuasan Masyarakat: rata-rata sembilan unsur dikali 25 (PermenPANRB 14/2017).',
    worse: 'lower',
  },
  SAKIP_SCORE: {
    kind: 'sakip',
    over: 'flow',
    compute: (sums) => share(get(sums, 'score'), get(sums, 'evaluations')),
    count: sumOf('evaluations'),
    rule: 'Nilai evaluasi terakhir seperti dilaporkan e-SAKIP; untuk kota rata-rata OPD.',
    worse: 'lower',
  },
  REPORTING_RATE: {
    kind: 'report',
    over: 'flow',
    compute: (sums) => share(get(sums, 'reported'), get(sums, 'expected')),
    count: sumOf('expected'),
    rule: 'Hari kerja pegawai yang berisi laporan e-Kinerja dibagi semua hari kerja pegawai dalam bulan itu.',
    worse: 'lower',
  },
  TPP_PAID: {
    kind: 'tpp',
    over: 'flow',
    compute: (sums) => (get(sums, 'employees') > 0 ? get(sums, 'paid') : undefined),
    count: sumOf('employees'),
    rule: 'TPP bruto yang dibayar BPKAD menurut SIMDA.',
    worse: undefined,
  },
  TPP_COMPUTED: {
    kind: 'tpp',
    over: 'flow',
    compute: (sums) => (get(sums, 'employees') > get(sums, 'incomplete') ? get(sums, 'computed') : undefined),
    count: (sums) => get(sums, 'employees') - get(sums, 'incomplete'),
    rule: 'TPP yang dihitung hub dari e-Kinerja dan e-Absen menurut berkas aturan yang berlaku; usulan, bukan keputusan.',
    worse: undefined,
  },
  TPP_DISCREPANCIES: {
    kind: 'tpp',
    over: 'flow',
    compute: (sums) => (get(sums, 'employees') > get(sums, 'incomplete') ? get(sums, 'discrepancies') : undefined),
    count: (sums) => get(sums, 'employees') - get(sums, 'incomplete'),
    rule: 'Pegawai yang dibayar lain dari hitungan hub.',
    worse: 'higher',
  },
};

/** `days:12` → twelve days, so many times. */
function listDays(sums: Sums): [days: number, count: number][] {
  return [...sums].flatMap(([name, count]): [number, number][] =>
    name.startsWith('days:') && count > 0 ? [[Number(name.slice(5)), count]] : [],
  );
}
