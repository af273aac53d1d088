import type { RunCounts, StreamState, StreamStatus } from '../../ports/sync-control.ts';
import { formatColumns } from '../connector/format-columns.ts';
import { paint } from '../paint.ts';
import { formatAge } from './format-age.ts';

const COLOURS: Readonly<Record<StreamState, Parameters<typeof paint>[0]>> = {
  idle: 'green',
  running: 'green',
  failing: 'red',
  paused: 'yellow',
  needsAttention: 'red',
};
const WORDS: Readonly<Record<StreamState, string>> = {
  idle: 'idle',
  running: 'running',
  failing: 'failing',
  paused: 'paused',
  needsAttention: 'needs a person',
};
const LAST_RUN = 'last run: read = written + unchanged + rejected + deleted';
const HEAD = ['stream', 'state', 'records', 'behind', 'last success', 'next run', 'quarantine', LAST_RUN];

/** A table of the streams, and below it why those that do not run do not. */
export function formatStatus(streams: readonly StreamStatus[], nowMs: number): string {
  const rows = streams.map((one) => [
    one.stream,
    paint(COLOURS[one.state], WORDS[one.state]),
    one.records.toLocaleString('en'),
    one.lagMs === undefined ? '-' : formatAge(one.lagMs),
    one.lastSuccessAtMs === undefined ? 'never' : `${formatAge(nowMs - one.lastSuccessAtMs)} ago`,
    formatNext(one, nowMs),
    one.quarantined === 0 ? '-' : paint('yellow', one.quarantined.toLocaleString('en')),
    one.counts ? formatCounts(one.counts) : '-',
  ]);
  const reasons = streams.flatMap(({ stream, reason }) => (reason === undefined ? [] : [`${stream}: ${reason}`]));
  return [...formatColumns([HEAD.map((title) => paint('dim', title)), ...rows]), ...reasons].join('\n');
}

/** The sum, so that whoever reads it can check it; and beside it what a sweep found gone. */
function formatCounts({ read, written, unchanged, rejected, deleted, vanished }: RunCounts): string {
  const [sum, ...parts] = [read, written, unchanged, rejected, deleted].map((one) => one.toLocaleString('en'));
  return `${sum} = ${parts.join(' + ')}${vanished > 0 ? `, ${vanished.toLocaleString('en')} gone` : ''}`;
}

function formatNext({ state, nextRunAtMs }: StreamStatus, nowMs: number): string {
  if (state === 'paused' || nextRunAtMs === undefined) return '-';
  return nextRunAtMs <= nowMs ? 'now' : `in ${formatAge(nextRunAtMs - nowMs)}`;
}
