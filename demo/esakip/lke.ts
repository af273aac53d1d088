import { createRandom } from '../random.ts';
import { roundTo2 } from './decimal-comma.ts';

/** An answer to one criterion of the evaluation's worksheet (LKE). */
interface Answer {
  readonly component: string;
  readonly part: string;
  readonly criterion: string;
  readonly kind: 'YT' | 'AD';
  readonly answer: string;
}

interface Part {
  readonly name: string;
  /** Of the component's weight. */
  readonly share: number;
  readonly kind: Answer['kind'];
  readonly criteria: readonly string[];
}

/** The weights of PermenPANRB 88/2021. */
export const COMPONENTS: readonly (readonly [name: string, weight: number])[] = [
  ['Perencanaan Kinerja', 30],
  ['Pengukuran Kinerja', 30],
  ['Pelaporan Kinerja', 15],
  ['Evaluasi Akuntabilitas Kinerja Internal', 25],
];

const PARTS: readonly Part[] = [
  { name: 'Pemenuhan', share: 0.2, kind: 'YT', criteria: ['Dokumen telah tersedia', 'Dokumen telah dipublikasikan'] },
  {
    name: 'Kualitas',
    share: 0.3,
    kind: 'AD',
    criteria: ['Dokumen telah memenuhi standar', 'Data dapat diandalkan', 'Disusun tepat waktu'],
  },
  {
    name: 'Pemanfaatan',
    share: 0.5,
    kind: 'AD',
    criteria: ['Dipakai dalam penganggaran', 'Dipakai untuk memperbaiki kegiatan', 'Dipakai dalam penilaian pegawai'],
  },
];

const WORTH: Readonly<Record<string, number>> = { Y: 1, T: 0, A: 1, B: 0.66, C: 0.33, D: 0 };
/** In its worksheet an answer was changed after the result had been signed, so that the two no longer agree. */
const CHANGED_LATER = { key: 'disnaker', component: 'Pelaporan Kinerja', part: 'Kualitas' } as const;

/** Lists an agency's answers as they were when the result was signed. */
export function listSignedAnswers(key: string, year: number, seed: number): readonly Answer[] {
  // An agency keeps its level and gains a little each year.
  const level = 0.5 + createRandom(seed, 'evaluasi', key).next() * 0.22 + (year - 2022) * 0.018;
  return COMPONENTS.flatMap(([component]) =>
    PARTS.flatMap(({ name: part, kind, criteria }) =>
      criteria.map((criterion) => {
        const chance = createRandom(seed, 'lke', key, component, part, criterion).next();
        return { component, part, criterion, kind, answer: decideAnswer(kind, level, chance) };
      }),
    ),
  );
}

/** Lists them as the worksheet shows them today. */
export function listAnswers(key: string, year: number, seed: number): readonly Answer[] {
  const answers = listSignedAnswers(key, year, seed);
  if (key !== CHANGED_LATER.key) return answers;
  const { component, part } = CHANGED_LATER;
  const at = answers.findIndex((one) => one.component === component && one.part === part);
  return answers.map((one, index) => (index === at ? { ...one, answer: one.answer === 'A' ? 'C' : 'A' } : one));
}

function decideAnswer(kind: Answer['kind'], level: number, chance: number): string {
  if (kind === 'YT') return chance < level + 0.2 ? 'Y' : 'T';
  if (chance < level - 0.35) return 'A';
  return chance < level + 0.3 ? 'B' : 'C';
}

/** A component's value: each part's weight times the mean of its answers. */
export function scoreComponent(component: string, weight: number, answers: readonly Answer[]): number {
  const parts = PARTS.map(({ name, share }) => {
    const worth = answers
      .filter((one) => one.component === component && one.part === name)
      .map(({ answer }) => WORTH[answer] ?? 0);
    return (weight * share * worth.reduce((sum, value) => sum + value, 0)) / worth.length;
  });
  return roundTo2(parts.reduce((sum, value) => sum + value, 0));
}
