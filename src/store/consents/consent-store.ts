import { randomUUID } from 'node:crypto';
import type { ConsentRecord, ConsentStore } from '../../ports/consent-store.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, hashSubject, type KeyRing, type SecretKey } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';

interface ConsentRow extends Record<string, unknown> {
  readonly id: string;
  readonly app: string;
  readonly scopes: string[];
  readonly purpose: string;
  readonly text_version: string;
  readonly given_at: Date;
  readonly until: Date;
  readonly withdrawn_at: Date | null;
}

const GIVE = `
  insert into consents (id, subject_hash, index_key_id, app, scopes, purpose, text_version, given_at, until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning *`;
const WITHDRAW = `
  update consents set withdrawn_at = $3
  where id = $1 and subject_hash = any($2) and withdrawn_at is null and until > $3 returning *`;
const LIST = 'select * from consents where subject_hash = any($1) order by given_at desc, id';
const FIND = `
  select scopes from consents
  where subject_hash = any($1) and app = $2 and purpose = $3 and withdrawn_at is null and given_at <= $4 and until > $4`;

/**
 * Creates the ledger of consents on the hub's database; whose they are lies there as a keyed hash.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createConsentStore({ pool }: Database, keys: KeyRing): ConsentStore {
  checkKeyRing(keys);
  const current = keys.index[0] as SecretKey;
  const hashesOf = (nik: string) => keys.index.map((key) => hashSubject(nik, key));
  const rowsOf = (text: string, values: unknown[]) =>
    withStoreErrors(async () => (await pool.query<ConsentRow>(text, values)).rows);
  return {
    give: async (nik, { app, scopes, purpose, textVersion, givenAtMs, untilMs }) => {
      const whose = [hashSubject(nik, current), current.id];
      const times = [new Date(givenAtMs), new Date(untilMs)];
      const [row] = await rowsOf(GIVE, [randomUUID(), ...whose, app, scopes, purpose, textVersion, ...times]);
      return readConsent(row as ConsentRow);
    },
    withdraw: async (nik, id, atMs) => {
      if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
      const [row] = await rowsOf(WITHDRAW, [id, hashesOf(nik), new Date(atMs)]);
      return row && readConsent(row);
    },
    list: async (nik) => (await rowsOf(LIST, [hashesOf(nik)])).map(readConsent),
    findScopes: async (nik, app, purpose, atMs) => {
      const rows = await rowsOf(FIND, [hashesOf(nik), app, purpose, new Date(atMs)]);
      return rows.length > 0 ? new Set(rows.flatMap(({ scopes }) => scopes)) : undefined;
    },
  };
}

function readConsent(row: ConsentRow): ConsentRecord {
  return {
    id: row.id,
    app: row.app,
    scopes: row.scopes,
    purpose: row.purpose,
    textVersion: row.text_version,
    givenAtMs: row.given_at.getTime(),
    untilMs: row.until.getTime(),
    withdrawnAtMs: row.withdrawn_at?.getTime(),
  };
}
