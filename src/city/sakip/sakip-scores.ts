import type { OpdCodes } from '../../ports/opd-codes.ts';
import type { OpenCopies } from '../../ports/open-copies.ts';
import type { SakipScores, SakipYearScore } from '../../ports/sakip-scores.ts';
import { incomplete } from './calculation.ts';
import { addComponents, judgeTotal, type RecomputedScore, type ReportedComponent } from './evaluation.ts';
import { findWeightRule } from './rules.ts';

/** The stream of connectors/bag-organisasi/esakip.yaml. */
const STREAM = 'bag-organisasi/esakip/SakipResult';
/** Its system, as the registry and the connector call it. */
export const SYSTEM = 'esakip';
/** The fields of its records, by the components of the weights. */
const FIELDS: Readonly<Record<string, string>> = {
  perencanaan: 'planning',
  pengukuran: 'measurement',
  pelaporan: 'reporting',
  evaluasi: 'internalEvaluation',
};

/** Creates the reader of evaluations out of the hub's copies; a number that the registry does not know is left out. */
export function createSakipScores(copies: OpenCopies, opds: OpdCodes): SakipScores {
  return {
    listScores: async (years) => {
      const found = await copies.list(STREAM);
      return found?.records.flatMap((record) => {
        const year = Number(record.year);
        const opd = opds.findOpd(SYSTEM, String(record.number), year);
        return opd !== undefined && years.includes(year) ? [describe(record, opd, year, found.asOfMs)] : [];
      });
    },
  };
}

type Row = Readonly<Record<string, unknown>>;

function describe(record: Row, opd: string, year: number, asOfMs: number): SakipYearScore {
  const total = numberOf(record.total);
  const { value, predicate, difference, missing, rule, predicateRule } = recomputeResult(record, year, total);
  return {
    opd,
    year,
    reported: { total, predicate: typeof record.predicate === 'string' ? record.predicate : undefined },
    recomputed: {
      total: value,
      predicate: predicate?.letter,
      difference,
      missing,
      isDefault: (rule?.isDefault ?? false) || (predicateRule?.isDefault ?? false),
    },
    asOfMs,
  };
}

function recomputeResult(record: Row, year: number, reported: number | undefined): RecomputedScore {
  const rule = findWeightRule(year);
  if (!rule) return judgeTotal(incomplete('', NO_WEIGHTS), undefined, year, reported);
  const components = rule.components.map(({ code, name }): ReportedComponent => {
    return { name, score: numberOf(record[FIELDS[code] ?? '']) };
  });
  return judgeTotal(addComponents(components, rule), rule, year, reported);
}

/** Why nothing is recomputed for a year without weights. */
export const NO_WEIGHTS = 'bobot evaluasi untuk tahun itu tidak diketahui';

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
