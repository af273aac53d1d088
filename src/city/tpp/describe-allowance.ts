import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { OWNER } from '../../base/owner.ts';
import type { KeptAllowance } from '../../ports/allowances.ts';
import type { AllowanceState } from '../generated/resolver-types.ts';

/** An allowance as the graph shows it to the employee. */
export interface ShownAllowance extends ReturnType<typeof describeCommon> {
  readonly month: string;
  readonly ceilingSource: string | null;
  readonly paidOn: string | null;
  readonly confirmedOn: string | null;
  readonly computedOn: string;
  readonly newer: ShownAllowance | null;
  readonly sources: ReturnType<typeof describeSources>;
  readonly [OWNER]: string;
}

/** Describes what stands of an employee's month: what was confirmed, with a later proposal, or the proposal. */
export function describeAllowance(found: readonly KeptAllowance[], nik: string): ShownAllowance | null {
  const confirmed = found.find(({ standing }) => standing === 'confirmed');
  const proposal = found.find(({ standing }) => standing === 'proposal');
  const first = confirmed ?? proposal;
  return first ? describeOne(first, nik, confirmed && proposal ? describeOne(proposal, nik, null) : null) : null;
}

function describeOne(one: KeptAllowance, nik: string, newer: ShownAllowance | null): ShownAllowance {
  const { lines, missing, ...rest } = describeCommon(one);
  const own = <Item extends object>(item: Item) => ({ ...item, [OWNER]: nik });
  return {
    ...rest,
    lines: lines.map(own),
    missing: missing.map(own),
    month: one.month,
    ceilingSource: one.ceilingSource ?? null,
    paidOn: one.paid?.paidOn ?? null,
    confirmedOn: one.confirmedAtMs === undefined ? null : formatJakartaInstant(one.confirmedAtMs),
    computedOn: formatJakartaInstant(one.computedAtMs),
    newer,
    sources: describeSources(one),
    [OWNER]: nik,
  };
}

/** Describes it for the treasurer of the employee's OPD. */
export function describeForTreasurer(one: KeptAllowance) {
  return { ...describeCommon(one), nip: one.nip, name: one.name ?? null, unit: one.unit ?? null };
}

function describeCommon({ id, rule, ceiling, amount, lines, paid, discrepancy, missing, standing }: KeptAllowance) {
  return {
    id,
    state: (amount === undefined ? 'INCOMPLETE' : 'COMPLETE') as AllowanceState,
    rule: rule ?? null,
    ceiling: ceiling ?? null,
    amount: amount ?? null,
    lines: [...lines],
    paid: paid?.amount ?? null,
    discrepancy: discrepancy ?? null,
    missing: [...missing],
    isConfirmed: standing === 'confirmed',
  };
}

function describeSources({ sources }: KeptAllowance) {
  return sources.map(({ system, asOfMs }) => {
    const [opd = '', name = ''] = system.split('/');
    return { opd, system: name, mode: 'COPY' as const, asOf: formatJakartaInstant(asOfMs) };
  });
}
