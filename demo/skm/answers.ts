import { createRandom } from '../random.ts';
import { addDays } from '../reference-day.ts';
import { UNITS } from './units.ts';

/** A filled-in form; scores are text, because some are none. */
export interface SurveyAnswer {
  readonly number: string;
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly unit: string;
  readonly service: string;
  /** U1 to U9. */
  readonly scores: readonly string[];
}

const ELEMENTS = 9;
const FIRST_DAY = '2026-01-05';
const DAYS = 299;
/** Answers that are faulty, by their place; see CONTRACT.md. */
const FAULTS = { empty: 6, five: 10, twice: 12, unknownUnit: 16 } as const;

/** Lists the answers of the year up to and with a month (`yyyy-mm`), in order of their numbers, with their faults. */
export function listAnswers(month: string, seed: number): readonly SurveyAnswer[] {
  const all = inventAnswers(seed);
  const faulty = all.flatMap((answer, index) => spoil(answer, index));
  return faulty.filter(({ day }) => day.slice(0, 7) <= month);
}

/** Lists those without a fault, as the forms on paper are. */
export function inventAnswers(seed: number): readonly SurveyAnswer[] {
  const count = UNITS.length * 40;
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(seed, 'skm', index);
    const unit = UNITS[index % UNITS.length];
    if (!unit) throw new Error('there are units');
    return {
      number: `SKM-2026-${String(index + 1).padStart(6, '0')}`,
      day: addDays(FIRST_DAY, Math.floor((index * DAYS) / count)),
      unit: unit.name,
      service: random.pick(unit.services),
      scores: Array.from({ length: ELEMENTS }, () =>
        random.chance(unit.liked) ? '4' : random.chance(0.85) ? '3' : random.chance(0.8) ? '2' : '1',
      ),
    };
  });
}

function spoil(answer: SurveyAnswer, index: number): readonly SurveyAnswer[] {
  const { scores } = answer;
  switch (index) {
    case FAULTS.empty:
      return [{ ...answer, scores: scores.map((score, element) => (element === 2 ? '' : score)) }];
    case FAULTS.five:
      return [{ ...answer, scores: scores.map((score, element) => (element === 6 ? '5' : score)) }];
    case FAULTS.twice:
      return [answer, answer];
    case FAULTS.unknownUnit:
      return [{ ...answer, unit: 'Mal Pelayanan' }];
    default:
      return [answer];
  }
}
