import { answerJson, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import type { Complaint } from './invent-complaints.ts';
import type { ComplaintDesk } from './records.ts';

const MAX_LIMIT = 200;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Answers complaints that were changed since an instant, so many at a time; where the next begins is known to SiKesal alone. */
export function answerChanges({ query }: SystemCall, desk: ComplaintDesk): SystemAnswer {
  const since = query.get('diubah_sejak') ?? '';
  const limit = Number(query.get('limit') ?? MAX_LIMIT);
  const place = readCursor(query.get('cursor') ?? '');
  if (!INSTANT.test(since)) return refuse('diubah_sejak harus waktu ISO 8601');
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) return refuse(`limit harus 1 sampai ${MAX_LIMIT}`);
  if (place === undefined) return refuse('cursor tidak dikenal');
  const all = desk.listChangedSince(Date.parse(since));
  const rest = all.filter((complaint) => placeOf(complaint) > place);
  const data = rest.slice(0, limit);
  const last = data.at(-1);
  const next = last && rest.length > limit ? Buffer.from(placeOf(last)).toString('base64url') : null;
  return answerJson({ success: true, data, meta: { total: all.length, next_cursor: next } });
}

function placeOf({ diubah, id }: Complaint): string {
  return `${diubah} ${id}`;
}

function readCursor(cursor: string): string | undefined {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  return cursor === '' || /^\d{4}-\d\d-\d\dT\S+ SK-/.test(place) ? place : undefined;
}

function refuse(message: string): SystemAnswer {
  return answerJson({ success: false, message }, 422);
}
