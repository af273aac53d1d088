import type { GraphQLSchema } from 'graphql';
import type { LinkReader } from '../../ports/link-reader.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import { sourcesOf } from '../compile/compile-arguments.ts';
import type { ReadArgument } from '../compile/compile-reader.ts';
import type { CompiledWrite } from '../compile/compile-write.ts';
import { suggest } from '../problem.ts';
import type { Resolvers } from '../run/resolver.ts';
import { ATTACHMENTS, compileAttachments } from './compile-attachments.ts';
import { compileTrace, type TraceScope } from './compile-trace.ts';
import { buildValues, compileValues } from './compile-values.ts';
import type { CompiledSubmission, SubmissionSpec } from './compiled-submission.ts';
import { findMutation, type MutationField } from './find-mutation.ts';
import { createSubmissionResolver } from './submission-resolver.ts';

export interface SubmissionScope extends TraceScope {
  readonly schema: GraphQLSchema;
  readonly links: LinkReader;
  readonly outbox: Outbox | undefined;
  readonly writes: ReadonlyMap<string, CompiledWrite>;
  readonly resolvers: Resolvers;
}

/** Where the hub's own number of a submission stands in what is sent; it is the same at every sending. */
const ID = 'submission.id';

/** Compiles `submissions.Mutation.<field>` and answers that field; undefined when it has a mistake, which is reported. */
export function compileSubmission(
  scope: SubmissionScope,
  target: string,
  spec: SubmissionSpec,
): CompiledSubmission | undefined {
  const { fields, opd, system, resolvers } = scope;
  const mutation = findMutation(scope, target);
  const write = findWrite(scope, target, spec.to);
  const readers = mutation && write && compileContent(scope, target, spec, write, mutation);
  const files = mutation && write && compileAttachments(scope, target, spec, write, mutation);
  const trace = spec.trace && write && compileTrace(scope, target, spec.trace, write);
  if (!mutation || !readers || !write || (spec.trace && !trace)) return undefined;
  const isOf =
    (source: string) =>
    ([name]: readonly [string, unknown]) =>
      sourcesOf(spec.with[name] ?? '').includes(source);
  const late = new Map([...readers].filter(isOf(ID)));
  const early = new Map([...readers].filter((one) => !isOf(ID)(one) && !isOf(ATTACHMENTS)(one)));
  const fill = (id: string, content: CallArguments): CallArguments => ({
    ...content,
    ...buildValues(late, { parent: { [ID]: id }, args: {}, link: undefined }),
  });
  resolvers.Mutation ??= {};
  if (resolvers.Mutation[mutation.name])
    fields.report.add(['submissions', target], `${target} is answered twice`, 'another entry answers it already');
  const linkKind = findLinkKind(scope, target, spec);
  const kind = mutation.name;
  resolvers.Mutation[kind] = createSubmissionResolver({ ...scope, kind, linkKind, readers: early, rule: files?.rule });
  return {
    kind,
    opd,
    system,
    isIdempotent: spec.idempotent ?? false,
    attachments: files?.rule,
    send: (id, content, sent = []) => {
      const encoded = files && { [files.parameter]: sent.map((file) => file.toString('base64')) };
      return write.send({ ...fill(id, content), ...encoded });
    },
    trace: trace && {
      settleMs: trace.settleMs,
      look: (id, nik, content) => trace.look(nik, fill(id, content)),
    },
  };
}

function findWrite({ writes, operations, isBroken, fields }: SubmissionScope, target: string, name: string) {
  const write = writes.get(name);
  if (write || isBroken(name)) return write;
  const at = ['submissions', target, 'to'];
  const known = [...writes.keys()];
  if (operations.has(name)) fields.report.add(at, `the operation ${name} only reads`, suggest('', known));
  else fields.report.add(at, `there is no operation "${name}"`, suggest(name, known));
  return undefined;
}

function compileContent(
  scope: SubmissionScope,
  target: string,
  { with: bindings }: SubmissionSpec,
  write: CompiledWrite,
  { argumentNames, personalArguments }: MutationField,
): ReadonlyMap<string, ReadArgument> | undefined {
  const { fields, clock } = scope;
  const at = ['submissions', target, 'with'];
  const names = ['caller.nik', ID, ATTACHMENTS];
  const common = { fields, clock, operation: write, names, fieldArguments: argumentNames, takesLinks: true };
  const readers = compileValues({ ...common, target }, at, bindings);
  let isSound = readers !== undefined;
  for (const [parameter, expression] of Object.entries(bindings)) {
    const sources = sourcesOf(expression);
    const isPersonal = (source: string) => source === 'caller.nik' || personalArguments.has(source);
    if (sources.length > 1 && sources.includes(ID)) {
      fields.report.add([...at, parameter], `${ID} is always there, so nothing stands beside it`, `write: ${ID}`);
      isSound = false;
    } else if (write.addressed.has(parameter) && sources.some(isPersonal)) {
      const suggestion = `put ":${parameter}" into the body of ${write.name}`;
      fields.report.add(
        [...at, parameter],
        `${parameter} would stand in the address, where every log on the way keeps it`,
        suggestion,
      );
      isSound = false;
    }
  }
  return isSound ? readers : undefined;
}

function findLinkKind({ fields }: SubmissionScope, target: string, spec: SubmissionSpec): string | undefined {
  const sources = Object.values(spec.with).flatMap(sourcesOf);
  const kinds = sources.flatMap((source) => /^links\.([a-z][a-z0-9-]*)$/.exec(source)?.[1] ?? []);
  const [kind, other] = new Set(kinds);
  if (other !== undefined) {
    const message = `it goes by one kind of link, not by links.${kind} and links.${other}`;
    fields.report.add(['submissions', target, 'with'], message);
  }
  return kind;
}
