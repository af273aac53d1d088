import { describe, expect, it } from 'vitest';
import { createLog } from '../../base/log.ts';
import { createOutageNote } from './outage-note.ts';

function open() {
  const lines: string[] = [];
  const time = { ms: 0 };
  const log = createLog('info', (line) => lines.push(line));
  const note = createOutageNote(log, 'redis', { now: () => time.ms });
  const events = () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
  return { note, events, time };
}

const away = () => Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' });

describe('an outage of the queues', () => {
  it('is told once when it begins and once when it ends', () => {
    const { note, events } = open();
    note.answered();
    for (let index = 0; index < 100; index++) note.failed(away());
    note.answered();
    note.answered();
    note.failed(Object.assign(new Error('starting up'), { code: '57P03' }));
    expect(events()).toEqual(['job queues do not answer', 'job queues answer again', 'job queues do not answer']);
  });

  it('does not hide other faults, which are told at most every ten seconds', () => {
    const { note, events, time } = open();
    for (let index = 0; index < 100; index++) note.failed(new Error(`could not renew lock for job ${index}`));
    time.ms = 10_000;
    note.failed(new Error('Missing key for job 7'));
    expect(events()).toEqual(['job queue failed', 'job queue failed']);
  });

  it('is none while the connections are being closed', () => {
    const { note, events } = open();
    note.end();
    note.failed(away());
    expect(events()).toEqual([]);
  });
});
