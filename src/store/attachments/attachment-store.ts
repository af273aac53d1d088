import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { Attachment, AttachmentStore, AttachmentType } from '../../ports/attachment-store.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, hashSubject, type KeyRing, openBytes, type SecretKey, sealBytes } from '../personal-data.ts';
import { createTurns } from '../pushes/create-turns.ts';
import { withStoreErrors } from '../store-error.ts';
import { type CleanFile, cleanFile } from './clean-file.ts';
import { fitJpeg } from './fit-jpeg.ts';
import { createSealedFiles, type SealedFiles } from './sealed-files.ts';

interface AttachmentRow {
  readonly id: string;
  readonly type: AttachmentType;
  readonly bytes: number;
  readonly data_key_id: string;
}

export interface AttachmentStoreOptions {
  /** Where the files lie, best on the disk of the hub's other data. */
  readonly folder: string;
  readonly clock?: Clock;
  readonly files?: SealedFiles;
}

const DAY_MS = 24 * 3_600_000;
/** A file without a row is one whose row is being written, or one that a crash left. */
const ORPHAN_MS = 3_600_000;
/** An image takes its pixels' memory while it is painted, and a core. */
const CLEANED_AT_ONCE = 2;
/** More than any form asks for; a citizen cannot fill the disk. */
const MAX_UNUSED = 20;

const COUNT = 'select count(*)::int as unused from attachments where subject_hash = any($1) and submission_id is null';
const ADD = `
  insert into attachments (id, subject_hash, index_key_id, type, bytes, data_key_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;
const REFUSED_MS = 7 * DAY_MS;
const OF_SUBMISSION = `
  select a.id, a.type, a.bytes, a.data_key_id from attachments a left join outbox o on o.id = a.submission_id
  where a.submission_id = $1 order by array_position(o.attachments, a.id::text), a.id`;
const REMOVE_OF = 'delete from attachments where submission_id = $1 returning id';
const REMOVE_UNUSED = 'delete from attachments where submission_id is null and created_at < $1 returning id';
const REMOVE_OVER = `
  delete from attachments a using outbox o where o.id = a.submission_id and (o.state = 'delivered'
    or o.state = 'rejected' and (o.steps -> -1 ->> 'atMs')::bigint < $1) returning a.id`;
const KNOWN = 'select id from attachments where id = any($1::uuid[])';

/** Binds what is in a file to its name. */
const contextOf = (id: string) => ['attachment', id] as const;

/**
 * Creates the store of attachments: what is in them lies sealed in a folder, whose they are lies hashed in the database.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createAttachmentStore(
  { pool }: Database,
  keys: KeyRing,
  { folder, clock = systemClock, files = createSealedFiles(folder) }: AttachmentStoreOptions,
): AttachmentStore {
  checkKeyRing(keys);
  const takeTurn = createTurns(CLEANED_AT_ONCE);
  const query = <Row extends object>(text: string, values: unknown[]) =>
    withStoreErrors(async () => (await pool.query<Row>(text, values)).rows);
  const removeAll = async (rows: readonly { id: string }[]) => {
    for (const { id } of rows) await files.remove(id);
    return rows.length;
  };
  return {
    keep: async (nik, file) => {
      const hashes = keys.index.map((key) => hashSubject(nik, key));
      const [counted] = await query<{ unused: number }>(COUNT, [hashes]);
      if ((counted?.unused ?? 0) >= MAX_UNUSED) throw tooMany();
      const clean = await takeTurn(() => cleanFile(file));
      const id = randomUUID();
      const { dataKeyId, bytes } = sealBytes(clean.content, keys.data, contextOf(id));
      await files.write(id, bytes);
      try {
        await query(ADD, asRow(id, nik, clean, dataKeyId, keys, clock.now()));
      } catch (error) {
        await files.remove(id);
        throw error;
      }
      return { id, type: clean.type, bytes: clean.content.length };
    },
    readOf: async (submissionId, jpegBytes) => {
      const rows = await query<AttachmentRow>(OF_SUBMISSION, [submissionId]);
      const all = await Promise.all(rows.map((row) => readAttachment(row, files, keys)));
      if (jpegBytes === undefined) return all;
      return Promise.all(all.map((one) => takeTurn(() => asJpeg(one, jpegBytes))));
    },
    removeOf: async (submissionId) => {
      await removeAll(await query<{ id: string }>(REMOVE_OF, [submissionId]));
    },
    sweep: async () => {
      const nowMs = clock.now();
      const unused = await removeAll(await query<{ id: string }>(REMOVE_UNUSED, [new Date(nowMs - DAY_MS)]));
      const over = await removeAll(await query<{ id: string }>(REMOVE_OVER, [nowMs - REFUSED_MS]));
      const old = await files.list(nowMs - ORPHAN_MS);
      const known = new Set((await query<{ id: string }>(KNOWN, [old])).map(({ id }) => id));
      return unused + over + (await removeAll(old.filter((id) => !known.has(id)).map((id) => ({ id }))));
    },
  };
}

function asRow(id: string, nik: string, { type, content }: CleanFile, dataKeyId: string, keys: KeyRing, nowMs: number) {
  const key = keys.index[0] as SecretKey;
  return [id, hashSubject(nik, key), key.id, type, content.length, dataKeyId, new Date(nowMs)];
}

async function readAttachment(
  { id, type, bytes, data_key_id }: AttachmentRow,
  files: SealedFiles,
  keys: KeyRing,
): Promise<Attachment & { content: Buffer }> {
  const sealed = { dataKeyId: data_key_id, bytes: await files.read(id) };
  return { id, type, bytes, content: openBytes(sealed, keys.data, contextOf(id)) };
}

async function asJpeg(attachment: Attachment & { content: Buffer }, maxBytes: number) {
  const content = await fitJpeg(attachment.content, maxBytes);
  return { ...attachment, type: 'image/jpeg' as const, bytes: content.length, content };
}

function tooMany(): HubError {
  return new HubError('TOO_MANY_REQUESTS', `There are ${MAX_UNUSED} attachments already that no submission uses.`, {
    fix: 'Use them, or wait a day until they are gone.',
    retryAfterSeconds: 3_600,
  });
}
