import type { Generated } from 'kysely';

/** Every table of the hub, as kysely sees it; the migrations are what makes them. */
export interface HubSchema {
  links: LinksTable;
}

/** Which numbers of an agency's system belong to which citizen. */
export interface LinksTable {
  /** What the number is, such as `pbb.nop`. */
  kind: string;
  /** The NIK's keyed hash; the NIK itself is nowhere. */
  subject_hash: Buffer;
  /** The index key that made both hashes. */
  index_key_id: string;
  /** Tells two numbers of one citizen apart without decrypting them. */
  value_hash: Buffer;
  value_encrypted: Buffer;
  data_key_id: string;
  linked_on: Generated<Date>;
}
