import { randomUUID } from 'node:crypto';
import type { AssignedDataRequest, DataRequest, DataRequestStore } from '../../ports/data-requests.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, hashSubject, type KeyRing, open, type SecretKey, seal } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';

interface RequestRow extends Record<string, unknown> {
  readonly id: string;
  readonly kind: DataRequest['kind'];
  readonly opd: string;
  readonly nik_encrypted: Buffer;
  readonly what_encrypted: Buffer;
  readonly data_key_id: string;
  readonly asked_at: Date;
  readonly due_at: Date;
  readonly answered_at: Date | null;
  readonly outcome: DataRequest['outcome'] | null;
  readonly answer_encrypted: Buffer | null;
  readonly answer_key_id: string | null;
}

const ADD = `
  insert into data_requests (id, kind, opd, subject_hash, index_key_id, nik_encrypted, what_encrypted, data_key_id,
    asked_at, due_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning *`;
const LIST = 'select * from data_requests where subject_hash = any($1) order by asked_at desc, id';
const LIST_OPEN = 'select * from data_requests where opd = $1 and answered_at is null order by due_at, id limit $2';
const ANSWER = `
  update data_requests set answered_at = $3, outcome = $4, answer_encrypted = $5, answer_key_id = $6
  where id = $1 and opd = $2 and answered_at is null returning *`;
const COUNT_OPEN = `
  select opd, count(*)::int as open, (count(*) filter (where due_at < $1))::int as late
  from data_requests where answered_at is null group by opd order by opd`;

/**
 * Creates the store of requests about data on the hub's database.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createDataRequestStore({ pool }: Database, keys: KeyRing): DataRequestStore {
  checkKeyRing(keys);
  const current = keys.index[0] as SecretKey;
  const rowsOf = (text: string, values: unknown[]) =>
    withStoreErrors(async () => (await pool.query<RequestRow>(text, values)).rows.map((row) => readRequest(row, keys)));
  return {
    add: async (nik, { kind, opd, what, askedAtMs, dueAtMs }) => {
      const id = randomUUID();
      const [sealedNik, sealedWhat] = [
        seal(nik, keys.data, ['request-nik', id]),
        seal(what, keys.data, ['request', id]),
      ];
      const whose = [hashSubject(nik, current), current.id, sealedNik.bytes, sealedWhat.bytes, sealedNik.dataKeyId];
      const [added] = await rowsOf(ADD, [id, kind, opd, ...whose, new Date(askedAtMs), new Date(dueAtMs)]);
      return withoutNik(added as AssignedDataRequest);
    },
    list: async (nik) => {
      const hashes = keys.index.map((key) => hashSubject(nik, key));
      return (await rowsOf(LIST, [hashes])).map(withoutNik);
    },
    listOpen: (opd, limit) => rowsOf(LIST_OPEN, [opd, limit]),
    answer: async (opd, id, outcome, answer, atMs) => {
      if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
      const { bytes, dataKeyId } = seal(answer, keys.data, ['request-answer', id]);
      const [answered] = await rowsOf(ANSWER, [id, opd, new Date(atMs), outcome, bytes, dataKeyId]);
      return answered;
    },
    countOpen: (atMs) =>
      withStoreErrors(async () => {
        const { rows } = await pool.query<{ opd: string; open: number; late: number }>(COUNT_OPEN, [new Date(atMs)]);
        return rows;
      }),
  };
}

function withoutNik({ nik: _, ...request }: AssignedDataRequest): DataRequest {
  return request;
}

function readRequest(row: RequestRow, keys: KeyRing): AssignedDataRequest {
  const unseal = (bytes: Buffer, dataKeyId: string, what: string) =>
    open({ dataKeyId, bytes }, keys.data, [what, row.id]);
  const { answer_encrypted: answer, answer_key_id: answerKey } = row;
  return {
    id: row.id,
    kind: row.kind,
    opd: row.opd,
    nik: unseal(row.nik_encrypted, row.data_key_id, 'request-nik'),
    what: unseal(row.what_encrypted, row.data_key_id, 'request'),
    askedAtMs: row.asked_at.getTime(),
    dueAtMs: row.due_at.getTime(),
    answeredAtMs: row.answered_at?.getTime(),
    outcome: row.outcome ?? undefined,
    answer: answer && answerKey ? unseal(answer, answerKey, 'request-answer') : '',
  };
}
