import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventAnswers } from './answers.ts';
import { deliverSurvey } from './deliver.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'skm-'));
  deliverSurvey(folder, 1571);
});
afterAll(() => rmSync(folder, { recursive: true }));

const rowsOf = (month: string) =>
  readFileSync(join(folder, `skm-${month}.csv`), 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(';'));

test('there is a file for each month with all answers of the year so far', () => {
  expect(readdirSync(folder).sort()).toEqual(['skm-2026-09.csv', 'skm-2026-10.csv']);
  const [older, newer] = [rowsOf('2026-09'), rowsOf('2026-10')];
  expect(newer.slice(0, older.length)).toEqual(older);
  expect(newer.length).toBeGreaterThan(older.length);
  expect(older.every(([, day]) => Number(day?.slice(3, 5)) <= 9)).toBe(true);
});

test('the newest has every answer, one of them twice, three of them wrong', () => {
  const rows = rowsOf('2026-10');
  expect(rows).toHaveLength(inventAnswers(1571).length + 1);
  const wrong = rows.filter(([, , unit, , ...scores]) => {
    return unit === 'Mal Pelayanan' || !scores.every((score) => /^[1-4]$/.test(score));
  });
  expect(wrong.map(([number]) => number)).toEqual(['SKM-2026-000007', 'SKM-2026-000011', 'SKM-2026-000017']);
  const numbers = rows.map(([number]) => number);
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual(['SKM-2026-000013']);
});
