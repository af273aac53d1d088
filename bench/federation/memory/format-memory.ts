import { formatTable } from '../../report/format-table.ts';
import type { MemoryReport, MemorySample } from './measure-memory.ts';

// What is flat still varies by where the garbage collector stands.
const MAX_GROWTH = 0.1;

const rows: readonly (readonly [string, (sample: MemorySample) => number])[] = [
  ['gateway, RSS', ({ gatewayRssBytes }) => gatewayRssBytes],
  ['gateway, heap after a full collection', ({ gatewayHeapBytes = Number.NaN }) => gatewayHeapBytes],
  ['planner, RSS', ({ plannerRssBytes }) => plannerRssBytes],
];

/** The hub's memory once it has settled, and at the end. */
export function formatMemory({ documents, settled, end }: MemoryReport): string {
  const heads = [
    `memory, MB (${documents} documents)`,
    `after ${settled.requests} requests`,
    `after ${end.requests}`,
    'growth',
    'target',
    '',
  ];
  const lines = rows.map(([what, read]) => {
    const growth = read(end) / read(settled) - 1;
    return [
      what,
      (read(settled) / 1e6).toFixed(1),
      (read(end) / 1e6).toFixed(1),
      `${(growth * 100).toFixed(1)} %`,
      `≤ ${MAX_GROWTH * 100} %`,
      growth <= MAX_GROWTH ? 'met' : 'missed',
    ];
  });
  return formatTable(heads, lines);
}
