import type { Clock } from '../../base/clock.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { ApplicationList, ListedApplication } from '../../ports/application-list.ts';
import type { ServiceRules } from '../../ports/service-rules.ts';
import type { SubgraphContext } from '../../subgraph/index.ts';
import type { Resolvers } from '../generated/resolver-types.ts';
import { readPageSize } from '../page-size.ts';
import { describeApplication } from './applications.ts';
import { listVisibleOpds } from './visible-opds.ts';

type ApplicationResolvers = {
  readonly Citizen: Pick<NonNullable<Resolvers['Citizen']>, 'applications'>;
  readonly Subscription: NonNullable<Resolvers['Subscription']>;
};

/** Creates the resolvers of a citizen's applications with all OPDs; without the hub's copies there are none. */
export function createApplicationResolvers(
  list: ApplicationList | undefined,
  clock: Clock,
  services?: ServiceRules,
): ApplicationResolvers {
  const today = () => formatJakartaDay(clock.now());
  return {
    Citizen: {
      applications: async ({ nik }, { first, after, status, opd }, context) => {
        if (!list) return null;
        const visible = listVisibleOpds(context);
        const filter = {
          statuses: status ?? undefined,
          opds: opd ? [opd].filter((code) => visible?.includes(code) ?? true) : visible,
          after: after ?? undefined,
          limit: readPageSize(first ?? 20),
        };
        return (await list.list(nik, filter)).map((one) => describeApplication(one, nik, today(), services));
      },
    },
    Subscription: {
      applicationChanged: {
        subscribe: (_root: unknown, _args: unknown, context: SubgraphContext) =>
          context.caller.kind === 'citizen' && list
            ? list.watch(context.caller.nik, listVisibleOpds(context))
            : nothing(),
        resolve: (changed: ListedApplication, _args: unknown, { caller }: SubgraphContext) =>
          caller.kind === 'citizen' ? describeApplication(changed, caller.nik, today(), services) : null,
      },
    },
  };
}

async function* nothing(): AsyncIterableIterator<ListedApplication> {}
