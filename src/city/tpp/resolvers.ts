import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay, formatJakartaInstant } from '../../base/jakarta-time.ts';
import { OWNER } from '../../base/owner.ts';
import { actorIdOf, type Caller } from '../../identity/index.ts';
import type { Allowances } from '../../ports/allowances.ts';
import type { LinkReader } from '../../ports/link-reader.ts';
import { forbidden, type SubgraphContext } from '../../subgraph/index.ts';
import { listVisibleOpds } from '../applications/visible-opds.ts';
import type { Resolvers } from '../generated/resolver-types.ts';
import { readPageSize } from '../page-size.ts';
import { findOpd } from '../registry/opd-registry.ts';
import { describeAllowance, describeForTreasurer } from './describe-allowance.ts';
import { readMonthName } from './month.ts';
import { createReportResolvers } from './report-resolvers.ts';

/** What the graph's allowances are read from. */
export interface AllowanceDesk {
  readonly allowances: Allowances;
  readonly links: LinkReader;
}

type AllowanceResolvers = {
  readonly Citizen: Pick<NonNullable<Resolvers['Citizen']>, 'tpp' | 'reportingCalendar'>;
  readonly Query: Pick<NonNullable<Resolvers['Query']>, 'opdAllowances'>;
  readonly Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'confirmAllowance'>;
  readonly Opd: Pick<NonNullable<Resolvers['Opd']>, 'reporting' | 'reportAnomalies'>;
};

const NUMBER_KIND = 'nip';
/** Whose officers confirm allowances. */
const CONFIRMING_OPD = 'bkpsdmd';
/** The agencies that an allowance is of; an officer of another one has no business with it. */
const OPDS = ['bkpsdmd', 'bpkad'] as const;

/** Creates the resolvers of allowances; where the hub's database is not, there are none. */
export function createAllowanceResolvers(desk: AllowanceDesk | undefined, clock: Clock): AllowanceResolvers {
  const thisMonth = () => formatJakartaDay(clock.now()).slice(0, 7);
  const findNumber = async (nik: string): Promise<string | undefined> => {
    const [numbers = []] = (await desk?.links.listLinksOf([nik], NUMBER_KIND)) ?? [];
    return numbers.length === 1 ? numbers[0] : undefined;
  };
  return {
    Citizen: {
      tpp: async ({ nik }, { month }, context) => {
        refuseOthers(nik, context, 'Allowance');
        const nip = await findNumber(nik);
        if (!desk || nip === undefined) return null;
        return describeAllowance(await desk.allowances.find(nip, readMonthName(month ?? thisMonth())), nik);
      },
      reportingCalendar: async ({ nik }, { month }, context) => {
        refuseOthers(nik, context, 'ReportedDay');
        const nip = await findNumber(nik);
        if (!desk || nip === undefined) return null;
        const days = await desk.allowances.listReportedDays(nip, readMonthName(month ?? thisMonth()));
        return days.map(({ day, activities }) => ({ on: day, activities, [OWNER]: nik }));
      },
    },
    Opd: createReportResolvers(desk, thisMonth),
    Query: {
      opdAllowances: async (_root, { month, first, after }, { caller, trail }) => {
        const opd = treasurersOpd(caller);
        const limit = readPageSize(first ?? 50);
        const found = await get(desk).listOfOpd(opd, readMonthName(month), limit + 1, after ?? undefined);
        const page = found.slice(0, limit);
        for (const { nip } of page)
          for (const field of SHOWN) trail.show({ kind: NUMBER_KIND, number: nip }, { opd: 'city', field });
        return {
          entries: page.map(describeForTreasurer),
          next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
        };
      },
    },
    Mutation: {
      confirmAllowance: async (_root, { id }, { caller }) => {
        if (caller.kind !== 'staff' || caller.opd !== CONFIRMING_OPD) throw forbidden();
        const confirmed = await get(desk).confirm(id, actorIdOf(caller), clock.now());
        if (!confirmed) {
          throw new HubError('NOT_FOUND', 'There is no complete proposal of this id.', {
            fix: 'Look at it again: it may have been computed anew or confirmed meanwhile.',
          });
        }
        const { month, opd, confirmedAtMs = clock.now() } = confirmed;
        return { id, month, opd: findOpd(opd) ?? null, confirmedOn: formatJakartaInstant(confirmedAtMs) };
      },
    },
  };
}

/** What a treasurer's list shows of each employee. */
const SHOWN = ['OpdAllowance', 'AllowanceLine', 'MissingAllowanceInput'] as const;

/** Money of a person is not for an officer whose case is of another agency, nor for an application of another's scope. */
function refuseOthers(nik: string, context: SubgraphContext, field: string): void {
  const visible = listVisibleOpds(context);
  const isVisible =
    context.caller.kind === 'citizen'
      ? OPDS.every((opd) => visible?.includes(opd) ?? true)
      : OPDS.some((opd) => visible?.includes(opd) ?? true);
  if (isVisible) return;
  context.trail.refuse(nik, { opd: 'city', field });
  throw forbidden();
}

function treasurersOpd(caller: Caller): string {
  if (caller.kind === 'staff' && caller.roles.has('treasurer') && caller.opd !== undefined) return caller.opd;
  throw forbidden();
}

function get(desk: AllowanceDesk | undefined): Allowances {
  if (desk) return desk.allowances;
  throw new HubError('NOT_FOUND', 'This is answered by the hub itself only.', { fix: 'Ask the hub.' });
}
