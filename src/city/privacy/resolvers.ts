import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { CaseDesk, ConsentDesk } from '../../identity/index.ts';
import type { AccessLog, LinkableNumber } from '../../ports/access-log.ts';
import type { CaseRecord } from '../../ports/case-store.ts';
import type { ConsentRecord } from '../../ports/consent-store.ts';
import type { Resolvers } from '../generated/resolver-types.ts';
import { listAccesses } from './access-log-page.ts';
import { describeCase, readBasis } from './cases.ts';
import { describeConsent } from './consents.ts';
import { createDataRequestResolvers, type DataRequestParts } from './data-request-resolvers.ts';

/** What the citizen's rights and the office's duties are plugged into. */
export interface PrivacyParts extends DataRequestParts {
  readonly cases: CaseDesk;
  readonly consents: ConsentDesk;
  readonly accessLog: AccessLog;
  /** Numbers that a citizen has linked: he may be known by them alone where his data was shown. */
  listNumbers(nik: string): Promise<readonly LinkableNumber[]>;
  /** The name of a registered application, or its id where it is none any more. */
  nameOfApp(id: string): string;
}

type PrivacyResolvers = Pick<Required<Resolvers>, 'Query' | 'Mutation' | 'Citizen'>;

/** Creates the resolvers of cases, break-glass and the citizen's own view of who looked. */
export function createPrivacyResolvers(parts: PrivacyParts | undefined, clock: Clock = systemClock): PrivacyResolvers {
  const get = (): PrivacyParts => parts ?? refuseHere();
  const shown = (record: CaseRecord) => describeCase(record, clock.now());
  const consented = (record: ConsentRecord) => describeConsent(record, get().nameOfApp, clock.now());
  const ofRequests = createDataRequestResolvers(get, clock);
  return {
    Query: {
      ...ofRequests.Query,
      myCases: async (_root, _args, mandate) => (await get().cases.listOwn(mandate)).map(shown),
      breakGlassToApprove: async (_root, _args, mandate) =>
        (await get().cases.listToApprove(mandate)).map((record) => ({ case: shown(record), reason: record.reason })),
      consentText: (_root, asked) => get().consents.describe(asked),
    },
    Mutation: {
      ...ofRequests.Mutation,
      openCase: async (_root, { nik, reference }, mandate) =>
        shown(await get().cases.openCase(mandate, nik, reference)),
      closeCase: async (_root, { id }, mandate) => shown(await get().cases.closeCase(mandate, id)),
      requestBreakGlass: async (_root, { basis, ...asked }, mandate) =>
        shown(await get().cases.requestBreakGlass(mandate, { ...asked, basis: readBasis(basis) })),
      approveBreakGlass: async (_root, { id }, mandate) => shown(await get().cases.approveBreakGlass(mandate, id)),
      giveConsent: async (_root, { textVersion, ...asked }, mandate) =>
        consented(await get().consents.give(mandate, asked, textVersion)),
      withdrawConsent: async (_root, { id }, mandate) => consented(await get().consents.withdraw(mandate, id)),
    },
    Citizen: {
      ...ofRequests.Citizen,
      consents: async ({ nik }) => (await get().consents.list(nik)).map(consented),
      accessLog: async ({ nik }, { first, after, byOthers }) => {
        const { accessLog, nameOfApp, listNumbers } = get();
        const numbers = await listNumbers(nik);
        const page = { first: first ?? 20, after: after ?? undefined, byOthers: byOthers ?? false };
        return listAccesses(accessLog, nameOfApp, nik, { ...page, numbers });
      },
    },
  };
}

/** A subgraph that runs apart from the hub's database, as in a trial of the portable supergraph. */
function refuseHere(): never {
  throw new HubError('NOT_FOUND', 'This is answered by the hub itself only.', { fix: 'Ask the hub.' });
}
