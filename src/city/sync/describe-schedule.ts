import type { StreamSchedule } from '../../ports/sync-control.ts';

const UNITS = [
  [86_400_000, 'hari'],
  [3_600_000, 'jam'],
  [60_000, 'menit'],
  [1000, 'detik'],
] as const;

/** When a stream is read, as people say it in Indonesian. */
export function describeSchedule({ everyMs, sweepAt, isPushed }: StreamSchedule): string {
  const parts = [
    ...(isPushed ? ['setiap kali sistem mengirim'] : []),
    ...(everyMs === undefined ? [] : [`setiap ${formatSpan(everyMs)}`]),
    ...(sweepAt === undefined ? [] : [`dibaca seluruhnya pukul ${sweepAt} WIB`]),
  ];
  const [first = 'hanya jika diminta', ...others] = parts;
  return [`${first[0]?.toUpperCase()}${first.slice(1)}`, ...others].join('; ');
}

function formatSpan(ms: number): string {
  const [unitMs, name] = UNITS.find(([unit]) => ms >= unit && ms % unit === 0) ?? [1000, 'detik'];
  return `${Math.round(ms / unitMs)} ${name}`;
}
