import type { SakipDocumentKind } from '../generated/resolver-types.ts';
import type { describeCascade } from './describe.ts';
import type { CriterionAnswer, ReportedComponent } from './evaluation.ts';
import type { ReportedIndicator } from './recompute-indicator.ts';

/** What the engine brings of an indicator for the fields that require it. */
export type RequiredIndicator = Pick<ReportedIndicator, 'formula' | 'targetText' | 'reportedAchievement'> &
  Readonly<Record<`quarter${1 | 2 | 3 | 4}`, ReportedIndicator['quarters'][number] | null | undefined>> & {
    readonly year: number;
  };

/** The same of an evaluation. */
export interface RequiredEvaluation {
  readonly number: string;
  readonly year: number;
  readonly total?: number | null | undefined;
  readonly components?: readonly ReportedComponent[] | null | undefined;
  readonly criteria?: readonly CriterionAnswer[] | null | undefined;
}

/** The same of a year, and of its documents of one kind. */
export interface RequiredYear {
  readonly code: string;
  readonly year: number;
  readonly indicators?: Parameters<typeof describeCascade>[0] | null | undefined;
}

export interface RequiredDocumentSet {
  readonly code: string;
  readonly year: number;
  readonly kind: SakipDocumentKind;
  readonly documents?: readonly unknown[] | null | undefined;
}
