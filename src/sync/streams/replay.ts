import type { CompiledStream } from '../../connector/index.ts';
import {
  beginRun,
  createCopyKeys,
  createPageTables,
  getStreamRow,
  listQuarantinedContent,
  NO_COUNTS,
  releaseRow,
  saveProgress,
} from '../../store/index.ts';
import { applyPage } from './apply-page.ts';
import { inTransaction } from './in-transaction.ts';
import { addCounts } from './leg.ts';
import type { StreamRunner } from './run-stream.ts';
import { withStreamLock } from './with-stream-lock.ts';

const MAX_ROWS = 5000;

/**
 * Tries rows of quarantine again by the file as it is now, the oldest first, so that a citizen's come in their order.
 * @returns how many fit now and how many still do not; undefined where a run of the stream is under way.
 */
export function replayStream(
  { database, ring, clock }: StreamRunner,
  stream: CompiledStream,
  id: string | undefined,
): Promise<{ readonly written: number; readonly rejected: number } | undefined> {
  return withStreamLock(database, stream.id, async (client) => {
    const keys = createCopyKeys(stream.id, stream.fingerprint, stream.isPersonal, ring);
    const { id: streamId } = await getStreamRow(client, stream.id, stream.fingerprint, keys.indexKeyId);
    await createPageTables(client);
    const waiting = await listQuarantinedContent(client, ring, stream.id, id, MAX_ROWS);
    const run = await beginRun(client, streamId, 'changes', stream.fingerprint, clock.now());
    const scope = { client, stream, streamId, run: run.id, keys, ring, isFirstLoad: false, notesSeen: false };
    let counts = NO_COUNTS;
    for (const { id: rowId, row: number, text } of waiting) {
      const row = JSON.parse(text) as unknown;
      // A line that its file could not give: nothing of it is here, so only a mended file helps.
      if (row === null) {
        counts = addCounts(counts, { ...NO_COUNTS, read: 1, rejected: 1 });
        continue;
      }
      const page = {
        answer: [row],
        rows: [row],
        total: undefined,
        rejected: [],
        asOfMs: undefined,
        position: undefined,
      };
      await inTransaction(client, async () => {
        const one = await applyPage({ ...scope, nowMs: clock.now() }, page, number);
        await releaseRow(client, rowId, run.id);
        counts = addCounts(counts, one);
      });
    }
    await saveProgress(client, run.id, counts, 0, undefined);
    await client.query("update sync_runs set state = 'succeeded', ended_at = now() where id = $1", [run.id]);
    return { written: counts.read - counts.rejected, rejected: counts.rejected };
  });
}
