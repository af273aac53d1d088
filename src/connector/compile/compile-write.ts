import { HubError } from '../../base/hub-error.ts';
import { CallFailure } from '../../outbound/index.ts';
import { type CallArguments, EmptyAnswer } from '../../protocols/protocol.ts';
import { translateFailure } from '../run/translate-failure.ts';
import { compileJudge, compileTest, type JudgeSpec } from './compile-judge.ts';
import { checkProtocol, findSource, type OperationScope } from './compile-operation.ts';
import { compilePath, type Read } from './path.ts';
import type { Report } from './report.ts';

/** What a write operation has, beside the keys of its source's protocol. */
export interface WriteFileSpec extends JudgeSpec {
  readonly source: string;
  readonly write: true;
  /** Where the system's own number of what was filed stands. */
  readonly receipt?: string;
  /** The answer by which the system says no, and where its reason stands. */
  readonly refused?: { readonly when: Readonly<Record<string, unknown>>; readonly reason?: string };
  /** Faults after which, as the OPD says, nothing was done. */
  readonly undone?: readonly 'htmlPages'[];
}

/** What became of a sending. */
export type WriteOutcome =
  | { readonly state: 'accepted'; readonly receipt: string | undefined }
  | { readonly state: 'refused'; readonly reason: string | undefined }
  /** Certainly nothing was done: it may be sent again. */
  | { readonly state: 'undone'; readonly error: HubError }
  /** It may have been done, or may still be. */
  | { readonly state: 'unknown'; readonly error: HubError };

/** An operation that changes something in a legacy system. */
export interface CompiledWrite {
  readonly name: string;
  readonly parameters: ReadonlySet<string>;
  /** Those of them that stand in the address of the request. */
  readonly addressed: ReadonlySet<string>;
  /** Whether what it sends is JSON, where a list may stand. */
  readonly takesLists: boolean;
  readonly source: string;
  /** After so long a sending is over, whatever became of it. */
  readonly timeoutMs: number;
  /** Sends it once, never again by itself. @throws only what is a fault of the hub, before anything was sent. */
  send(args: CallArguments): Promise<WriteOutcome>;
}

// What else there is only reads: a database's account may do no more, and a file is the OPD's.
const WRITING_PROTOCOLS = ['rest', 'soap'];
const HOW_TO_WRITE = `name a source that takes something: ${WRITING_PROTOCOLS.join(' or ')}`;

/** Compiles `operations.<name>` with `write: true`; undefined when it has a mistake, which is reported. */
export function compileWrite(scope: OperationScope, name: string, spec: WriteFileSpec): CompiledWrite | undefined {
  const { report, clock, opd, system } = scope;
  const at = ['operations', name];
  const open = findSource(scope, at, spec.source);
  const judge = compileJudge(report, at, spec, clock);
  const isRefusal = spec.refused && compileTest(report, [...at, 'refused', 'when'], spec.refused.when);
  const readReceipt = compileText(report, [...at, 'receipt'], spec.receipt);
  const readReason = compileText(report, [...at, 'refused', 'reason'], spec.refused?.reason);
  if (open && !WRITING_PROTOCOLS.includes(open.protocol.name)) {
    report.add([...at, 'write'], `a source of the kind ${open.protocol.name} is only read`, HOW_TO_WRITE);
    return undefined;
  }
  if (!open || !judge || !readReceipt || !readReason || (spec.refused && !isRefusal)) return undefined;
  if (!checkProtocol(report, open, name, spec)) return undefined;
  const call = open.source.prepare({ name, spec: { ...spec }, isRead: false });
  const judgeAnswer = (given: unknown): WriteOutcome => {
    // A status such as 422 carries why it says no.
    const answer = given instanceof EmptyAnswer ? given.content : given;
    if (isRefusal?.(answer)) return { state: 'refused', reason: readReason(answer) };
    if (given instanceof EmptyAnswer) throw new CallFailure('badAnswer', 'a refusal that its contract does not know');
    if (judge(answer) === 'empty')
      throw new CallFailure('badAnswer', 'an answer that there is nothing, which does not say that it was taken');
    return { state: 'accepted', receipt: readReceipt(answer) };
  };
  const { all, addressed } = open.protocol.listParameters({ ...spec }, open.spec);
  return {
    name,
    parameters: new Set(all),
    addressed: new Set(addressed),
    takesLists: open.protocol.name === 'rest' && 'body' in spec,
    source: spec.source,
    timeoutMs: open.limits.timeoutMs,
    send: async (args) => {
      let isBegun = false;
      try {
        const given = await open.guard.pass(false, (deadlineMs, takeFurther) => {
          isBegun = true;
          return call(args, deadlineMs, takeFurther);
        });
        return judgeAnswer(given);
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error;
        const isUndone = !isBegun || error.isUndone || (error.isPage && (spec.undone ?? []).includes('htmlPages'));
        const failure = translateFailure(error, opd, system) as HubError;
        return isUndone ? { state: 'undone', error: failure } : { state: 'unknown', error: asUnknown(failure, opd) };
      }
    },
  };
}

/** A call without an answer may have been applied: whoever sends it again by himself might send it twice. */
function asUnknown({ code, message, cause }: HubError, opd: string): HubError {
  const fix = 'Whether it was taken is not known: look in the system of the OPD before it is sent again.';
  return new HubError(code, message, { opd, retryable: false, fix, cause });
}

function compileText(report: Report, at: readonly string[], path: string | undefined) {
  const read: Read | undefined = path === undefined ? () => undefined : compilePath(path);
  if (!read) {
    report.add(at, `"${path}" is not a path`, 'write it like: data.nomor');
    return undefined;
  }
  return (answer: unknown): string | undefined => {
    const value = read(answer);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
}
