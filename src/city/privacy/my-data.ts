import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { AccessLog, LoggedAccess } from '../../ports/access-log.ts';
import type { Allowances } from '../../ports/allowances.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { ConsentStore } from '../../ports/consent-store.ts';
import type { DataRequestStore } from '../../ports/data-requests.ts';
import type { LinkBook, LinkedNumber } from '../../ports/link-book.ts';
import type { HeldCopy, OutboxStore } from '../../store/index.ts';

export interface MyDataParts {
  readonly accessLog: AccessLog;
  readonly links: Pick<LinkBook, 'listAll'>;
  readonly cases: Pick<CaseStore, 'listOfSubject'>;
  readonly consents: Pick<ConsentStore, 'list'>;
  readonly outbox: Pick<OutboxStore, 'listHeld'>;
  readonly requests: Pick<DataRequestStore, 'list'>;
  /** Allowances that the hub has computed, by the employee's number. */
  readonly allowances: Pick<Allowances, 'listOfEmployee'>;
  /** Copies of the OPDs' records. */
  listCopies(nik: string): Promise<readonly HeldCopy[]>;
}

const YEAR_MS = 365 * 24 * 3_600_000;
const PAGE = 1000;
/** Some megabytes; who has more gets the newest, and the rest by asking an operator for an export. */
const MAX_ACCESSES = 20_000;

/** Gathers all that the hub itself holds on a citizen (UU 27/2022 article 32), as a JSON document. */
export async function gatherMyData(parts: MyDataParts, nik: string, nowMs: number): Promise<string> {
  const [links, consents, requests, submissions, copies, cases, accesses] = await Promise.all([
    parts.links.listAll(nik),
    parts.consents.list(nik),
    parts.requests.list(nik),
    parts.outbox.listHeld(nik),
    parts.listCopies(nik),
    parts.cases.listOfSubject(nik),
    listAccesses(parts, nik, nowMs - YEAR_MS),
  ]);
  const document = {
    generatedOn: formatJakartaInstant(nowMs),
    nik,
    links: links.map(withTimes),
    consents: consents.map(withTimes),
    requests: requests.map(withTimes),
    submissions: submissions.map(({ steps, ...one }) => ({ ...withTimes(one), steps: steps.map(withTimes) })),
    copies: copies.map(withTimes),
    allowances: (await listAllowances(parts, links)).map(withTimes),
    // Not who opened it: that is an officer's personal data; his OPD answers for him.
    cases: cases.map(({ nik: _, isOwn: __, ...one }) => withTimes(one)),
    accesses: accesses.map(withTimes),
  };
  return JSON.stringify(document, undefined, 2);
}

async function listAllowances({ allowances }: MyDataParts, links: readonly LinkedNumber[]) {
  const numbers = links.filter(({ kind }) => kind === 'nip');
  return (await Promise.all(numbers.map(({ value }) => allowances.listOfEmployee(value)))).flat();
}

async function listAccesses({ accessLog, links }: MyDataParts, nik: string, sinceMs: number): Promise<LoggedAccess[]> {
  const numbers = (await links.listAll(nik)).map(({ kind, value }) => ({ kind, number: value }));
  const all: LoggedAccess[] = [];
  while (all.length < MAX_ACCESSES) {
    const page = await accessLog.listOfSubject(nik, PAGE, all.at(-1)?.seq, numbers);
    const fresh = page.filter(({ atMs }) => atMs >= sinceMs);
    all.push(...fresh);
    if (fresh.length < PAGE) break;
  }
  return all;
}

/** Names ending in `Ms` become instants that people can read. */
function withTimes(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) =>
      name.endsWith('Ms') && typeof value === 'number'
        ? [name.replace(/Ms$/, ''), formatJakartaInstant(value)]
        : [name, value],
    ),
  );
}
