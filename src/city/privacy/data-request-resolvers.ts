import type { Clock } from '../../base/clock.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { OWNER } from '../../base/owner.ts';
import type { DataRequestDesk } from '../../identity/index.ts';
import { createCitizen } from '../citizen.ts';
import type { Resolvers } from '../generated/resolver-types.ts';
import { describeCase } from './cases.ts';
import { describeRequest, readRequestKind } from './data-requests.ts';

export interface DataRequestParts {
  readonly requests: DataRequestDesk;
  /** All that the hub holds on a citizen, as JSON; whoever gets it is written down first. */
  gatherMyData(nik: string): Promise<string>;
}

type DataRequestResolvers = {
  readonly Query: Pick<NonNullable<Resolvers['Query']>, 'caseCitizen' | 'openDataRequests'>;
  readonly Mutation: Pick<
    NonNullable<Resolvers['Mutation']>,
    'requestAboutData' | 'takeDataRequest' | 'answerDataRequest'
  >;
  readonly Citizen: Pick<NonNullable<Resolvers['Citizen']>, 'dataRequests' | 'myData'>;
};

/** Creates the resolvers of what citizens ask about their data, and of the answers. */
export function createDataRequestResolvers(get: () => DataRequestParts, clock: Clock): DataRequestResolvers {
  return {
    Query: {
      caseCitizen: (_root, _args, { openCase }) => (openCase ? createCitizen(openCase.nik) : null),
      openDataRequests: async (_root, _args, mandate) =>
        (await get().requests.listOpen(mandate)).map((one) => describeRequest(one, undefined, clock.now())),
    },
    Mutation: {
      requestAboutData: async (_root, { kind, opd, what }, mandate) => {
        const asked = await get().requests.ask(mandate, readRequestKind(kind), opd, what);
        const owner = mandate.caller.kind === 'citizen' ? mandate.caller.nik : undefined;
        return describeRequest(asked, owner, clock.now());
      },
      takeDataRequest: async (_root, { id }, mandate) =>
        describeCase(await get().requests.take(mandate, id), clock.now()),
      answerDataRequest: async (_root, { id, done, answer }, mandate) => {
        const answered = await get().requests.answer(mandate, id, done ? 'done' : 'refused', answer);
        return describeRequest(answered, undefined, clock.now());
      },
    },
    Citizen: {
      dataRequests: async ({ nik }, _args, { openCase }) => {
        const all = await get().requests.list(nik);
        const own = openCase?.kind === 'case' ? all.filter(({ opd }) => opd === (openCase.opd ?? 'city')) : all;
        return own.map((one) => describeRequest(one, nik, clock.now()));
      },
      myData: async ({ nik }, _args, { trail }) => {
        trail.isExport = true;
        const json = await get().gatherMyData(nik);
        return { generatedOn: formatJakartaInstant(clock.now()), json, [OWNER]: nik };
      },
    },
  };
}
