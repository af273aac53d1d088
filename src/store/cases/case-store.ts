import { randomUUID } from 'node:crypto';
import type { CaseRecord, CaseStore, NewCase } from '../../ports/case-store.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, hashSubject, hashValue, type KeyRing, open, type SecretKey, seal } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';

interface CaseRow extends Record<string, unknown> {
  readonly id: string;
  readonly kind: CaseRecord['kind'];
  readonly actor_hash: Buffer;
  readonly nik_encrypted: Buffer;
  readonly reason_encrypted: Buffer;
  readonly data_key_id: string;
  readonly opd: string | null;
  /** Of cases from before references were sealed. */
  readonly reference: string | null;
  readonly reference_encrypted: Buffer | null;
  readonly purpose: string;
  readonly basis: CaseRecord['basis'];
  readonly opened_at: Date;
  readonly until: Date;
  readonly approved_at: Date | null;
  readonly closed_at: Date | null;
}

const ADD = `
  insert into cases (id, kind, actor_hash, subject_hash, index_key_id, nik_encrypted, reason_encrypted, data_key_id,
    opd, reference_encrypted, purpose, basis, opened_at, until, closed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13) returning *`;
// What was closed in the moment of its opening is what nobody has activated.
const ACTIVATE = `
  update cases set closed_at = null
  where id = $1 and actor_hash = any($2) and closed_at = opened_at returning *`;
const FIND = 'select * from cases where id = $1';
const LIST = 'select * from cases where actor_hash = any($1) order by opened_at desc limit $2';
const LIST_OF_SUBJECT = 'select * from cases where subject_hash = any($1) order by opened_at desc';
// Whoever opened it is no second person, whichever key his hash was made with.
const APPROVE = `
  update cases set approved_at = $3, until = $4, approver_hash = $5
  where id = $1 and kind = 'break-glass' and approved_at is null and closed_at is null and until > $3
    and actor_hash <> all($2) returning *`;
const CLOSE = `
  update cases set closed_at = $3
  where id = $1 and (actor_hash = any($2) or approver_hash = any($2)) and closed_at is null returning *`;
const LIST_TO_APPROVE = `
  select * from cases
  where kind = 'break-glass' and approved_at is null and closed_at is null and until > $2 and actor_hash <> all($1)
  order by opened_at limit $3`;

/**
 * Creates the store of cases on the hub's database: whose records a case is about, and who opened it, lie there hashed
 * and sealed.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createCaseStore({ pool }: Database, keys: KeyRing): CaseStore {
  checkKeyRing(keys);
  const hashesOf = (actor: string) => keys.index.map((key) => hashValue(actor, 'actor', key));
  const current = keys.index[0] as SecretKey;
  const read = (row: CaseRow | undefined, actor: string): CaseRecord | undefined =>
    row && readCase(row, keys, hashesOf(actor));
  const query = (actor: string, text: string, values: unknown[]) =>
    withStoreErrors(async () => read((await pool.query<CaseRow>(text, values)).rows[0], actor));
  return {
    add: async (actor, opened) => {
      const added = await query(actor, ADD, valuesOf(opened, hashValue(actor, 'actor', current), current, keys));
      return added as CaseRecord;
    },
    activate: (actor, id) => query(actor, ACTIVATE, [id, hashesOf(actor)]),
    find: (actor, id) => (isId(id) ? query(actor, FIND, [id]) : Promise.resolve(undefined)),
    listOwn: (actor, limit) =>
      withStoreErrors(async () => {
        const { rows } = await pool.query<CaseRow>(LIST, [hashesOf(actor), limit]);
        return rows.flatMap((row) => read(row, actor) ?? []);
      }),
    listToApprove: (actor, atMs, limit) =>
      withStoreErrors(async () => {
        const { rows } = await pool.query<CaseRow>(LIST_TO_APPROVE, [hashesOf(actor), new Date(atMs), limit]);
        return rows.flatMap((row) => read(row, actor) ?? []);
      }),
    listOfSubject: (nik) =>
      withStoreErrors(async () => {
        const hashes = keys.index.map((key) => hashSubject(nik, key));
        const { rows } = await pool.query<CaseRow>(LIST_OF_SUBJECT, [hashes]);
        return rows.map((row) => readCase(row, keys, []));
      }),
    approve: async (actor, id, atMs, untilMs) => {
      if (!isId(id)) return undefined;
      const approver = hashValue(actor, 'actor', current);
      return query(actor, APPROVE, [id, hashesOf(actor), new Date(atMs), new Date(untilMs), approver]);
    },
    close: async (actor, id, atMs) =>
      isId(id) ? query(actor, CLOSE, [id, hashesOf(actor), new Date(atMs)]) : undefined,
  };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function valuesOf(opened: NewCase, actorHash: Buffer, key: SecretKey, keys: KeyRing): unknown[] {
  const id = randomUUID();
  const nik = seal(opened.nik, keys.data, ['case-nik', id]);
  const reason = seal(opened.reason, keys.data, ['case-reason', id]);
  // Offices write names into it, whatever it is for.
  const reference = seal(opened.reference, keys.data, ['case-reference', id]);
  const { kind, opd = null, purpose, basis, openedAtMs, untilMs } = opened;
  const hashes = [actorHash, hashSubject(opened.nik, key), key.id];
  const sealed = [nik.bytes, reason.bytes, nik.dataKeyId];
  return [
    id,
    kind,
    ...hashes,
    ...sealed,
    opd,
    reference.bytes,
    purpose,
    basis,
    new Date(openedAtMs),
    new Date(untilMs),
  ];
}

function readCase(row: CaseRow, keys: KeyRing, actorHashes: readonly Buffer[]): CaseRecord {
  const unseal = (bytes: Buffer, what: string) =>
    open({ dataKeyId: row.data_key_id, bytes }, keys.data, [what, row.id]);
  return {
    id: row.id,
    kind: row.kind,
    nik: unseal(row.nik_encrypted, 'case-nik'),
    reason: unseal(row.reason_encrypted, 'case-reason'),
    opd: row.opd ?? undefined,
    reference: row.reference_encrypted ? unseal(row.reference_encrypted, 'case-reference') : (row.reference ?? ''),
    purpose: row.purpose,
    basis: row.basis,
    openedAtMs: row.opened_at.getTime(),
    untilMs: row.until.getTime(),
    approvedAtMs: row.approved_at?.getTime(),
    closedAtMs: row.closed_at?.getTime(),
    isOwn: actorHashes.some((hash) => hash.equals(row.actor_hash)),
  };
}
