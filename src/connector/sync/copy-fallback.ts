import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { OWNER } from '../../base/owner.ts';
import type { CopyOwner, CopyReader } from '../../ports/copy-reader.ts';
import type { MappedRecord, SourceValue } from '../compile/compile-record.ts';

/** How copies of a type stand in for its OPD's system. */
export interface CopyRule {
  readonly mode: 'copy' | 'live-else-copy';
  readonly reader: CopyReader;
  /** `dpmptsp/perizinan/Permit`. */
  readonly stream: string;
  readonly opd: string;
  readonly system: string;
  readonly linkKind: string | undefined;
  /** Older copies are refused. */
  readonly staleAfterMs: number | undefined;
  readonly sourceKeys: ReadonlySet<string>;
  readonly clock: Clock;
}

/** Failures that say nothing of the question, only of the system. */
const STANDS_IN_FOR: readonly string[] = ['OPD_UNAVAILABLE', 'OPD_QUOTA', 'OPD_BAD_ANSWER'];

/**
 * The copies that belong to a citizen, or to a number of his, each saying that it is one and of when.
 * @throws HubError OPD_UNAVAILABLE when there are none yet, or they are too old to be shown.
 */
export async function readCopies(
  rule: CopyRule,
  owner: string | undefined,
  link: string | undefined,
): Promise<readonly MappedRecord[]> {
  const found = await findCopies(rule, owner, link);
  if (found) return found;
  throw refuse(rule, `The hub has no copies of ${rule.stream} yet.`);
}

/** Gives the copies in place of a failed live read, or the failure where there is nothing to give. */
export async function standIn(
  rule: CopyRule,
  failure: unknown,
  owner: string | undefined,
  link: string | undefined,
): Promise<readonly MappedRecord[]> {
  if (!(failure instanceof HubError) || !STANDS_IN_FOR.includes(failure.code)) throw failure;
  let copies: readonly MappedRecord[] | undefined;
  try {
    copies = await findCopies(rule, owner, link);
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'OPD_UNAVAILABLE') throw failure;
    throw asBoth(failure, error, rule);
  }
  if (copies) return copies;
  throw failure;
}

/** What people are told is that the OPD does not answer; that its copies are too old is said beside it. */
function asBoth(failure: HubError, { message }: HubError, rule: CopyRule): HubError {
  const { code, retryable, retryAfterSeconds, fix, opd = rule.opd } = failure;
  return new HubError(code, `${failure.message} ${message}`, {
    opd,
    retryable,
    ...(fix !== undefined && { fix }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    cause: failure,
  });
}

/** Undefined while there are none. @throws HubError OPD_UNAVAILABLE when they are too old to be shown. */
async function findCopies(
  rule: CopyRule,
  owner: string | undefined,
  link: string | undefined,
): Promise<readonly MappedRecord[] | undefined> {
  const { reader, stream, opd, system, sourceKeys } = rule;
  const by = findBy(rule, owner, link);
  const found = by && (await reader.find(stream, by));
  if (!found) return undefined;
  const { asOfMs, records } = found;
  refuseStale(rule, asOfMs);
  const source: SourceValue = { opd, system, mode: 'COPY', asOf: formatJakartaInstant(asOfMs) };
  return records.map((record) => {
    const copy: MappedRecord = { ...record };
    if (owner !== undefined) copy[OWNER] = owner;
    for (const key of sourceKeys) copy[key] = source;
    return copy;
  });
}

function findBy({ linkKind }: CopyRule, owner: string | undefined, link: string | undefined): CopyOwner | undefined {
  if (linkKind !== undefined) return link === undefined ? undefined : { linkKind, number: link };
  return owner === undefined ? undefined : { nik: owner };
}

function refuseStale(rule: CopyRule, asOfMs: number): void {
  const { staleAfterMs, clock, stream } = rule;
  if (staleAfterMs === undefined || clock.now() - asOfMs <= staleAfterMs) return;
  const hours = Math.floor((clock.now() - asOfMs) / 3_600_000);
  throw refuse(rule, `The copies of ${stream} are ${hours} hours old, older than they may be shown.`);
}

function refuse({ opd }: CopyRule, message: string): HubError {
  return new HubError('OPD_UNAVAILABLE', message, { opd, retryable: true, fix: 'Ask again later.' });
}
