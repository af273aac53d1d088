import { OWNER } from '../../base/owner.ts';
import type { LinkReader } from '../../ports/link-reader.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import type { ResolverContext } from '../run/resolver.ts';
import { type CopyRule, readCopies, standIn } from '../sync/copy-fallback.ts';
import type { CompiledArguments } from './compile-arguments.ts';
import type { CompiledOperation } from './compile-operation.ts';
import type { MappedRecord } from './compile-record.ts';

type Parent = Readonly<Record<string, unknown>> & { readonly [OWNER]?: string | undefined };

/**
 * Asks a legacy system for the records that belong to a parent; as a resolver may, it throws or rejects.
 * @throws HubError OPD_…
 */
export type Fetch = (
  parent: Parent | undefined,
  args: Readonly<Record<string, unknown>>,
  context: ResolverContext,
) => Promise<readonly MappedRecord[]>;

/** Creates the fetch of one `resolve` entry: one call, or one for each number that the citizen has linked. */
export function createFetch(
  links: LinkReader,
  operation: CompiledOperation,
  compiled: CompiledArguments,
  copies?: CopyRule,
): Fetch {
  const keyOf = compileKey([...operation.parameters]);
  const run = createRun(operation, copies);
  const ask = (
    args: CallArguments | undefined,
    owner: string | undefined,
    link: string | undefined,
    session: Session,
  ) => (args ? session.once(operation, keyOf(args, owner), () => run(args, owner, link)) : NOTHING);
  const { linkKind, build } = compiled;
  if (linkKind === undefined) {
    return (parent, args, { session }) =>
      ask(build({ parent: parent ?? ROOT, args, link: undefined }), parent?.[OWNER], undefined, session);
  }
  const listLinks = createLinkLister(links, linkKind);
  return async (parent, args, context) => {
    const owner = parent?.[OWNER];
    if (owner === undefined) return [];
    const linked = await listLinks(owner, context);
    const answers = await Promise.all(
      linked.map((link) => ask(build({ parent: parent ?? ROOT, args, link }), owner, link, context.session)),
    );
    return answers.length === 1 ? (answers[0] as readonly MappedRecord[]) : answers.flat();
  };
}

type Session = ResolverContext['session'];

/** Asks the system, or the hub's copies in its place, as the connector file says. */
function createRun(operation: CompiledOperation, copies: CopyRule | undefined) {
  if (!copies) return (args: CallArguments, owner: string | undefined) => operation.run(args, owner);
  if (copies.mode === 'copy')
    return (_args: CallArguments, owner: string | undefined, link: string | undefined) =>
      readCopies(copies, owner, link);
  return (args: CallArguments, owner: string | undefined, link: string | undefined) =>
    operation.run(args, owner).catch((failure: unknown) => standIn(copies, failure, owner, link));
}

// What is asked at the root has no parent.
const ROOT: Parent = {};

const NOTHING: Promise<readonly MappedRecord[]> = Promise.resolve([]);

/** Compiles what tells two calls of an operation apart: for whom, and every argument with its type. */
function compileKey(parameters: readonly string[]): (args: CallArguments, owner: string | undefined) => string {
  const [only = ''] = parameters;
  return (args, owner) => {
    const value = args[only];
    // The usual call has one number of text. An owner is digits, so what follows the bar cannot be mistaken for it.
    if (parameters.length === 1 && typeof value === 'string') return `${owner}|${value}`;
    return JSON.stringify([owner, ...parameters.map((name) => args[name])]);
  };
}

/** Looks up a citizen's numbers at a system; all citizens of a request in one statement. */
function createLinkLister(links: LinkReader, kind: string) {
  const lookUp = {};
  const loadAll = async (niks: readonly string[]) => [...(await links.listLinksOf(niks, kind))];
  return (nik: string, { session }: ResolverContext) => session.batch(lookUp, nik, loadAll);
}
