import { systemClock } from '../../src/base/clock.ts';
import { type CompiledStream, loadConnectors } from '../../src/connector/index.ts';
import { readSharedSdl } from '../../src/hub.ts';
import { openDatabase } from '../../src/store/index.ts';
import { runStream } from '../../src/sync/index.ts';
import { answerParent } from '../process/answer-parent.ts';

/** What a run needed, as the worker itself sees it. */
export interface RunFigures {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly read: number;
  readonly written: number;
}

const [root = '', databaseUrl = ''] = process.argv.slice(2);
const ring = {
  index: [{ id: 'i', key: Buffer.alloc(32, 1) }],
  data: [{ id: 'd', key: Buffer.alloc(32, 2) }],
};
const database = await openDatabase(databaseUrl, { maxConnections: 2 });
const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
const settings = { SOURCE_URL: databaseUrl };
const [connector] = loadConnectors(['dinas'], { root, sharedSdl: readSharedSdl(), settings, links });
const stream = connector?.systems[0]?.streams[0] as CompiledStream;

// The worker of a job, alone in its process, so that its memory is its own.
answerParent({}, async (question) => {
  const { mode } = question as { mode: 'changes' | 'sweep' };
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const outcome = await runStream({ database, ring, clock: systemClock }, stream, { mode });
  if (outcome.state !== 'succeeded') throw new Error(`the run ended as ${outcome.state}`);
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - begun) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    read: outcome.counts.read,
    written: outcome.counts.written,
  } satisfies RunFigures;
});
