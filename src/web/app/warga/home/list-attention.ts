import type {
  WargaApplicationFragment as Application,
  WargaSubmissionStateFragment as Submission,
  WargaTaxBillsQuery,
  WargaWaterQuery,
} from '../../generated/graphql.ts';
import { addDays } from '../day.ts';

type TaxBill = NonNullable<NonNullable<WargaTaxBillsQuery['me']>['taxBills']>[number];
type WaterBill = NonNullable<
  NonNullable<NonNullable<WargaWaterQuery['me']>['waterConnections']>[number]['bills']
>[number];

/** What the first screen knows of somebody. */
export interface Known {
  readonly applications: readonly Application[];
  readonly submissions: readonly Submission[];
  readonly taxBills: readonly TaxBill[];
  readonly waterBills: readonly WaterBill[];
}

/** Something that somebody should look at or do. */
export type AttentionItem =
  | { readonly kind: 'overcharged'; readonly application: Application }
  | { readonly kind: 'late'; readonly application: Application }
  | { readonly kind: 'lateMany'; readonly count: number }
  | { readonly kind: 'taxLate' | 'waterLate'; readonly total: number }
  | { readonly kind: 'taxSoon'; readonly total: number; readonly dueOn: string }
  | { readonly kind: 'needsAttention' | 'rejected'; readonly submission: Submission };

const SOON_DAYS = 30;
const REFUSED_DAYS = 7;

/** Lists what needs attention, what costs money first. */
export function listAttention({ applications, submissions, taxBills, waterBills }: Known, today: string) {
  return [
    ...listMoney(taxBills, waterBills, today),
    ...applications.flatMap((application): AttentionItem[] =>
      application.overcharge ? [{ kind: 'overcharged', application }] : [],
    ),
    ...listLate(applications),
    ...submissions.flatMap((submission): AttentionItem[] => {
      if (submission.state === 'NEEDS_ATTENTION') return [{ kind: 'needsAttention', submission }];
      const isNew = submission.acceptedOn.slice(0, 10) >= addDays(today, -REFUSED_DAYS);
      return submission.state === 'REJECTED' && isNew ? [{ kind: 'rejected', submission }] : [];
    }),
  ];
}

function listMoney(taxBills: Known['taxBills'], waterBills: Known['waterBills'], today: string): AttentionItem[] {
  const unpaid = taxBills.filter(({ paid }) => paid === false);
  const late = unpaid.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  const soon = unpaid.find(({ dueOn }) => dueOn !== null && dueOn >= today && dueOn <= addDays(today, SOON_DAYS));
  const water = waterBills.filter(({ paidOn, penalty }) => paidOn === null && (penalty ?? 0) > 0);
  return [
    ...(late.length > 0 ? [{ kind: 'taxLate' as const, total: sum(late) }] : []),
    ...(soon?.dueOn ? [{ kind: 'taxSoon' as const, total: soon.total ?? 0, dueOn: soon.dueOn }] : []),
    ...(water.length > 0 ? [{ kind: 'waterLate' as const, total: sum(water) }] : []),
  ];
}

function listLate(applications: readonly Application[]): AttentionItem[] {
  const late = applications.filter(({ overdue }) => overdue);
  const [only] = late;
  if (late.length > 1) return [{ kind: 'lateMany', count: late.length }];
  return only ? [{ kind: 'late', application: only }] : [];
}

function sum(bills: readonly { readonly total: number | null }[]): number {
  return bills.reduce((all, { total }) => all + (total ?? 0), 0);
}
