import type { HeldLinks } from '../ports/held-links.ts';
import type { Database } from './database.ts';
import { checkKeyRing, hashSubject, type KeyRing, open } from './personal-data.ts';
import { withStoreErrors } from './store-error.ts';

interface LinkRow extends Record<string, unknown> {
  readonly kind: string;
  readonly subject_hash: Buffer;
  readonly value_encrypted: Buffer;
  readonly data_key_id: string;
  readonly linked_on: Date;
}

const LIST = `
  select kind, subject_hash, value_encrypted, data_key_id, linked_on from links
  where subject_hash = any($1::bytea[])`;

/**
 * Creates what reads all links of a citizen. It walks the whole table, whose index begins with the kind: it is asked
 * when a citizen wants all that the hub holds on him, and never on the way to an answer of another kind.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createHeldLinks({ pool }: Pick<Database, 'pool'>, keys: KeyRing): HeldLinks {
  checkKeyRing(keys);
  return {
    listAllOf: (nik) =>
      withStoreErrors(async () => {
        const { rows } = await pool.query<LinkRow>(LIST, [keys.index.map((key) => hashSubject(nik, key))]);
        const links = rows.map(({ kind, subject_hash, value_encrypted, data_key_id, linked_on }) => {
          const sealed = { dataKeyId: data_key_id, bytes: value_encrypted };
          return { kind, value: open(sealed, keys.data, [subject_hash, kind]), linkedAtMs: linked_on.getTime() };
        });
        return links.toSorted((left, right) =>
          `${left.kind} ${left.value}` < `${right.kind} ${right.value}` ? -1 : 1,
        );
      }),
  };
}
