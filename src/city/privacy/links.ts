import { HubError } from '../../base/hub-error.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { OWNER } from '../../base/owner.ts';
import { type Caller, type DescribedLink, type LinkDesk, maskValue } from '../../identity/index.ts';
import type { LinkHow, Resolvers } from '../generated/resolver-types.ts';
import { findOpd } from '../registry/opd-registry.ts';

type LinkResolvers = {
  readonly Query: Pick<NonNullable<Resolvers['Query']>, 'linkKinds'>;
  readonly Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'linkAccount' | 'unlinkAccount'>;
  readonly Citizen: Pick<NonNullable<Resolvers['Citizen']>, 'links'>;
};

/** Creates the resolvers of linked numbers. */
export function createLinkResolvers(desk: LinkDesk | undefined): LinkResolvers {
  const get = (): LinkDesk => desk ?? refuseHere();
  return {
    Query: { linkKinds: () => (desk?.listKinds() ?? []).map(describeKind) },
    Mutation: {
      linkAccount: async (_root, { kind, number, fact }, mandate) => {
        const linked = await get().link(mandate, kind, number, fact);
        const { caller } = mandate;
        return describeLink(linked, caller, caller.kind === 'citizen' ? caller.nik : '');
      },
      unlinkAccount: async (_root, { id }, mandate) => {
        await get().unlink(mandate, id);
        return true;
      },
    },
    Citizen: {
      links: async ({ nik }, _args, { caller }) =>
        (await get().list(nik)).map((link) => describeLink(link, caller, nik)),
    },
  };
}

function describeKind({ opd, ...kind }: ReturnType<LinkDesk['listKinds']>[number]) {
  return { ...kind, opd: findOpd(opd) ?? null };
}

/** A link as the graph shows it: the number itself stays here. */
function describeLink({ id, opd, kind, label, value, linkedAtMs, how }: DescribedLink, caller: Caller, nik: string) {
  return {
    id,
    opd: (opd && findOpd(opd)) || null,
    kind,
    label,
    maskedValue: maskValue(value, caller.kind) ?? null,
    linkedOn: formatJakartaInstant(linkedAtMs),
    how: how.toUpperCase() as LinkHow,
    [OWNER]: nik,
  };
}

/** A subgraph that runs apart from the hub's database. */
function refuseHere(): never {
  throw new HubError('NOT_FOUND', 'This is answered by the hub itself only.', { fix: 'Ask the hub.' });
}
