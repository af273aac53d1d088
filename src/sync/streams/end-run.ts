import type { RunCounts } from '../../ports/sync-control.ts';
import { countCopies, countMissing, releaseUnseen, removeMissing, saveProgress, succeed } from '../../store/index.ts';
import type { Columns } from './columns.ts';
import { inTransaction } from './in-transaction.ts';
import { judgeCounts, judgeRemoval, judgeTotal } from './judge-run.ts';
import type { Leg } from './leg.ts';
import type { RunContext } from './run-context.ts';

/** Ends a run whose rows have all been read: it adds up and succeeds, or nothing is removed and it fails. @throws RunFailure */
export async function endRun(context: RunContext, leg: Leg, columns: Columns | null): Promise<RunCounts> {
  const { client, stream, row, run, keys, isRekeyed, notesSeen, clock } = context;
  judgeTotal(leg.total, leg.read, leg.countDistinct());
  judgeCounts(leg.counts);
  return inTransaction(client, async () => {
    let counts = leg.counts;
    if (notesSeen) {
      const missing = await countMissing(client, row.id, run.id);
      const { shrinkGuard, isSnapshot } = stream;
      const unknown = leg.unknown + leg.rejectedBefore;
      const removal = { missing, unknown, shrinkGuard, allowShrink: row.allowShrink, isRekeyed };
      // What a list in pages leaves out once may have moved between them.
      const isSure = isSnapshot || leg.total !== undefined || isRekeyed;
      if (judgeRemoval(removal)) {
        const vanished = await removeMissing(client, row.id, run.id, !isSure);
        counts = { ...counts, vanished: counts.vanished + vanished };
      }
    }
    if (run.mode === 'sweep') await releaseUnseen(client, row.id, run.id);
    const nowMs = clock.now();
    // Counting a million copies takes longer than a few changes: pages keep the number up to date.
    const records = run.mode === 'sweep' ? await countCopies(client, row.id) : undefined;
    const position = keys.sealPosition(leg.position ?? undefined);
    await saveProgress(client, run.id, counts, leg.seen, position);
    await succeed(client, row.id, run, {
      position,
      asOfMs: leg.asOfMs ?? run.startedAtMs,
      nowMs,
      records,
      fingerprint: stream.fingerprint,
      indexKeyId: keys.indexKeyId,
      columns,
    });
    return counts;
  });
}
