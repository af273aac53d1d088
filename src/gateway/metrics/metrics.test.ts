import { afterEach, describe, expect, it } from 'vitest';
import { countErrors } from './count-errors.ts';
import { createMetrics } from './metrics.ts';

const metrics = createMetrics({ listSystems: () => [] });
afterEach(() => metrics.close());

/** A number in letters. */
const digits = (index: number) => [...String(index)].map((digit) => 65 + Number(digit));

describe('errors that a subgraph on another server wrote', () => {
  it('neither make the metrics grow without end nor put a value into them', async () => {
    const format = countErrors((formatted) => formatted, metrics);
    const made = Array.from({ length: 500 }, (_, index) => `CODE_${String.fromCharCode(...digits(index))}`);
    const codes = ['NIK 1571991007900001', '1571991007900001', 'Budi', ...made];
    const opds = ['disdukcapil', '1571991007900001'];
    for (const code of codes) for (const opd of opds) format({ message: '', extensions: { code, opd } }, undefined);
    const lines = (await metrics.print()).text.split('\n').filter((line) => line.startsWith('hub_errors_total{'));
    expect(lines.length).toBeLessThanOrEqual(301);
    expect(lines.join()).not.toMatch(/1571991007900001|Budi/);
    expect(lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)).toBe(codes.length * opds.length);
  });
});
