import { answerJson, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import type { FiledCard } from './invent-cards.ts';
import type { CardFile } from './records.ts';

const PAGE_SIZE = 100;
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** Answers a page of cards that were changed since a local time, and where the next one is. */
export function answerChanges({ query, path }: SystemCall, file: CardFile): SystemAnswer {
  const since = query.get('updated_since') ?? '';
  const page = Number(query.get('page') ?? '1');
  if (!TIME.test(since)) return answerJson({ message: 'updated_since harus YYYY-MM-DD hh:mm:ss' }, 422);
  if (!Number.isSafeInteger(page) || page < 1) return answerJson({ message: 'page tidak dikenal' }, 422);
  const all = file.listChangedSince(since);
  const data = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(show);
  const next = new URLSearchParams({ updated_since: since, page: String(page + 1) });
  const hasMore = all.length > page * PAGE_SIZE;
  const headers = hasMore ? { link: `<${path}?${next}>; rel="next"` } : undefined;
  return answerJson({ data, meta: { page, per_page: PAGE_SIZE, total: all.length } }, 200, headers);
}

function show({ card, changedAt, deletedAt }: FiledCard): object {
  return { ...card, updated_at: changedAt, deleted_at: deletedAt };
}
