import { describe, expect, it } from 'vitest';
import { createLog, redact } from './log.ts';

describe('the log', () => {
  it.each([
    ['a NIK', 'of 1571991007900001 failed', '1571991007900001'],
    ['a NIK printed in groups', 'of 1571 9910 0790 0001', '1571 9910'],
    ['a NIP with blanks', '19850101 201001 1 001', '19850101 201001'],
    ['a NOP with dots', '15.71.010.001.005.0123.0', '15.71.010.001'],
    ['a token', 'bearer eyJhbGciOiJSUzI1NiJ9.eyJuaWsiOiIxIn0.c2ln', 'eyJhbGciOi'],
  ])('never holds %s', (_name, text, secret) => {
    expect(redact(text)).not.toContain(secret);
    const lines: string[] = [];
    const log = createLog('info', (line) => lines.push(line));
    log.error(text, { error: new Error(text, { cause: new Error(text) }), more: { text } });
    expect(lines.join('')).toContain('[redacted]');
    expect(lines.join('')).not.toContain(secret);
  });

  it.each(['2026-11-24T11:04:35+07:00', 'took 1234 ms', 'port 41081', '3.14159265358'])('leaves %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('keeps its own time and numbers readable', () => {
    const lines: string[] = [];
    createLog('info', (line) => lines.push(line)).info('started', { tookMs: 1234 });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      msg: 'started',
      tookMs: 1234,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });
});
