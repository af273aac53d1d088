import DataLoader from 'dataloader';
import { OWNER } from '../../base/owner.ts';
import type { LinkReader } from '../../ports/link-reader.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import { createSingleLoader } from '../run/request-session.ts';
import type { ResolverContext } from '../run/resolver.ts';
import type { CompiledArguments } from './compile-arguments.ts';
import type { CompiledOperation } from './compile-operation.ts';
import type { MappedRecord } from './compile-record.ts';

type Parent = Readonly<Record<string, unknown>> & { readonly [OWNER]?: string | undefined };

/** Asks a legacy system for the records that belong to a parent. @throws HubError OPD_… */
export type Fetch = (
  parent: Parent,
  args: Readonly<Record<string, unknown>>,
  context: ResolverContext,
) => Promise<readonly MappedRecord[]>;

interface Wanted {
  readonly args: CallArguments;
  readonly owner: string | undefined;
}

/** Creates the fetch of one `resolve` entry: one call, or one for each number that the citizen has linked. */
export function createFetch(links: LinkReader, operation: CompiledOperation, compiled: CompiledArguments): Fetch {
  const load = (wanted: Wanted) => operation.run(wanted.args, wanted.owner);
  const parameters = [...operation.parameters];
  const keyOf = ({ args, owner }: Wanted) => JSON.stringify([owner, ...parameters.map((name) => args[name])]);
  const ask = async (args: CallArguments | undefined, owner: string | undefined, { session }: ResolverContext) =>
    args ? session.loader(operation, () => createSingleLoader(load, keyOf)).load({ args, owner }) : [];
  const { linkKind, build } = compiled;
  if (linkKind === undefined) {
    return async (parent, args, context) => ask(build({ parent, args, link: undefined }), parent[OWNER], context);
  }
  const listLinks = createLinkLister(links, linkKind);
  return async (parent, args, context) => {
    const owner = parent[OWNER];
    if (owner === undefined) return [];
    const linked = await listLinks(owner, context);
    const answers = await Promise.all(linked.map((link) => ask(build({ parent, args, link }), owner, context)));
    return answers.length === 1 ? (answers[0] as readonly MappedRecord[]) : answers.flat();
  };
}

/** Looks up a citizen's numbers at a system; all citizens of a request in one statement. */
function createLinkLister(links: LinkReader, kind: string) {
  const owner = {};
  const loadAll = async (niks: readonly string[]) => [...(await links.listLinksOf(niks, kind))];
  return (nik: string, { session }: ResolverContext) =>
    session.loader<string, readonly string[]>(owner, () => new DataLoader(loadAll)).load(nik);
}
