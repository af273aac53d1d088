import { HubError } from '../../base/hub-error.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { AccessLog, LinkableNumber, LoggedAccess } from '../../ports/access-log.ts';
import type { AccessActorKind } from '../generated/resolver-types.ts';
import { readPageSize } from '../page-size.ts';
import { findOpd, type RegisteredOpd } from '../registry/opd-registry.ts';
import { describeBasis } from './cases.ts';

/** What was seen of one agency's records, as the graph shows it to the citizen. */
export interface AccessLogEntry {
  readonly on: string;
  readonly who: AccessActorKind;
  readonly whoOpd: RegisteredOpd | null;
  readonly app: string | null;
  readonly opd: RegisteredOpd | null;
  readonly fields: string[];
  readonly purpose: string;
  readonly basis: ReturnType<typeof describeBasis> | null;
  readonly shown: boolean;
  readonly case: string | null;
}

/**
 * Reads a page of who has seen a citizen's data; `first` counts answers, of which one may have held records of several
 * agencies.
 * @throws HubError BAD_USER_INPUT
 */
export async function listAccesses(
  log: AccessLog,
  nameOfApp: (id: string) => string,
  nik: string,
  {
    first,
    after,
    numbers,
    byOthers,
  }: {
    readonly first: number;
    readonly after: string | undefined;
    readonly numbers: readonly LinkableNumber[];
    readonly byOthers: boolean;
  },
): Promise<{ readonly entries: AccessLogEntry[]; readonly next: string | null }> {
  readPageSize(first);
  if (after !== undefined && !/^\d{1,15}$/.test(after))
    throw new HubError('BAD_USER_INPUT', 'after is the `next` of another page.');
  const before = after === undefined ? undefined : Number(after);
  const found = await log.listOfSubject(nik, first + 1, before, numbers, byOthers);
  const page = found.slice(0, first);
  const last = page.at(-1);
  return {
    entries: page.flatMap((one) => describe(one, nameOfApp)),
    next: found.length > first && last ? String(last.seq) : null,
  };
}

function describe(access: LoggedAccess, nameOfApp: (id: string) => string): AccessLogEntry[] {
  return access.reads.map(({ opd, fields }) => ({
    on: formatJakartaInstant(access.atMs),
    who: access.actorKind.toUpperCase() as AccessActorKind,
    whoOpd: (access.actorOpd && findOpd(access.actorOpd)) || null,
    app: access.app === undefined ? null : nameOfApp(access.app),
    opd: findOpd(opd) ?? null,
    fields: [...fields],
    purpose: access.purpose,
    basis: access.outcome === 'allowed' ? describeBasis(access.basis) : null,
    shown: access.outcome === 'allowed',
    case: access.caseId ?? null,
  }));
}
