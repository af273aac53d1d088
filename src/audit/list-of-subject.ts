import type { AccessRead, LinkableNumber, LoggedAccess } from '../ports/access-log.ts';
import { type Database, hashLink, hashSubject, type KeyRing, withStoreErrors } from '../store/index.ts';

type Stored = Omit<LoggedAccess, 'seq' | 'atMs' | 'reads' | 'actorOpd' | 'app' | 'caseId'> & {
  readonly seq: string;
  readonly at: Date;
  readonly reads: string;
  readonly actorOpd: string | null;
  readonly app: string | null;
  readonly caseId: string | null;
};

// For each hash by itself: only then does PostgreSQL walk the index backwards and stop at the limit.
const LIST = `
  select found.* from unnest($1::bytea[]) as subject (hash) cross join lateral (
    select seq, at, channel, actor_kind as "actorKind", actor_opd as "actorOpd", app, reads, purpose, basis,
      case_id as "caseId", outcome
    from access_log
    where subject_hash = subject.hash and seq < $2
      and not ($4 and actor_kind = 'citizen' and basis = 'self' and outcome = 'allowed')
    order by seq desc limit $3
  ) as found
  order by seq desc limit $3`;
const BEYOND_EVERY_SEQ = Number.MAX_SAFE_INTEGER;

/** Lists the accesses to a person's data, the newest first, under whichever of the keys they were filed. */
export function listOfSubject(
  { pool }: Database,
  keys: KeyRing,
  nik: string,
  limit: number,
  beforeSeq: number | undefined,
  numbers: readonly LinkableNumber[] = [],
  byOthers = false,
): Promise<readonly LoggedAccess[]> {
  return withStoreErrors(async () => {
    const hashes = keys.index.flatMap((key) => [
      hashSubject(nik, key),
      ...numbers.map(({ kind, number }) => hashLink(kind, number, key)),
    ]);
    const { rows } = await pool.query<Stored>({
      name: 'accesses of a subject',
      text: LIST,
      values: [hashes, beforeSeq ?? BEYOND_EVERY_SEQ, limit, byOthers],
    });
    return rows.map(({ seq, at, reads, actorOpd, app, caseId, ...rest }) => ({
      ...rest,
      seq: Number(seq),
      atMs: at.getTime(),
      reads: JSON.parse(reads) as AccessRead[],
      actorOpd: actorOpd ?? undefined,
      app: app ?? undefined,
      caseId: caseId ?? undefined,
    }));
  });
}
