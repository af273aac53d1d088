import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { placeFile } from '../place-file.ts';
import { slashedDay } from '../reference-day.ts';
import { listAnswers, type SurveyAnswer } from './answers.ts';

/** The environment settings that an operator would give the hub. */
export interface SkmSettings {
  readonly SKM_FOLDER: string;
}

const MONTHS = ['2026-09', '2026-10'] as const;
const HEADINGS = ['NO', 'TANGGAL', 'UNIT', 'LAYANAN', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'];

/** Saves the answers of the year so far into a folder, a file for each month, as an officer of Bagian Organisasi does. */
export function deliverSurvey(folder: string, seed: number): SkmSettings {
  mkdirSync(folder, { recursive: true });
  for (const month of MONTHS)
    placeFile(
      join(folder, `skm-${month}.csv`),
      writeCsv(listAnswers(month, seed)),
      new Date(`${month}-30T15:00:00+07:00`),
    );
  return { SKM_FOLDER: folder };
}

function writeCsv(answers: readonly SurveyAnswer[]): string {
  const lines = answers.map(({ number, day, unit, service, scores }) =>
    [number, slashedDay(day), unit, service, ...scores].join(';'),
  );
  return [HEADINGS.join(';'), ...lines, ''].join('\r\n');
}
