import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDemoCity } from '../../demo/demo-city.ts';
import { note } from '../command/note.ts';
import type { LoadResult } from '../load/load-generator.ts';
import { startLoadGenerator } from '../load/start-load-generator.ts';
import { startProcess } from '../process/start-process.ts';
import { makeTemporaryFolder } from '../process/temporary-folder.ts';

export interface IsolationFigures {
  readonly rounds: readonly IsolationRound[];
  /** The median of the rounds' ratios. */
  readonly ratio: number;
  /** Calls that the hung system had under way at most, and its limit. */
  readonly peakCalls: number;
  readonly limit: number;
}

interface IsolationRound {
  /** Median of queries that do not touch the system, while it is well and while it hangs. */
  readonly wellMs: number;
  readonly hungMs: number;
}

/** What diskominfo's file allows SiKesal, which is the system that hangs. */
const LIMIT = 16;
const ROUNDS = 5;
const REQUESTS = 2000;
const CONNECTIONS = 8;
const OTHERS = 32;
/** How often each of the others asks, whether or not he has his answer. */
const ASK_EVERY_MS = 250;
// Touches the permit application alone; and what touches the hung system.
const UNTOUCHED = JSON.stringify({ query: '{ me { permits { id status } } }' });
const TOUCHING = JSON.stringify({ query: '{ me { complaints { title } } }' });

/** Measures what queries to well systems cost while one system hangs and many ask for it. */
export async function measureIsolation(stack: AsyncDisposableStack): Promise<IsolationFigures> {
  const folder = makeTemporaryFolder(stack);
  const city = await startDemoCity({ people: 200, seed: 1571, ports: {}, issuerPort: 0 }, folder);
  stack.defer(() => city.stop());
  city.city.systems.dpmptsp.control.set({ warnings: 'never' });
  const dataDir = join(folder, 'hub');
  mkdirSync(dataDir);
  const hub = await startProcess<string>(
    {
      name: 'hub',
      script: join(import.meta.dirname, '../../src/main.ts'),
      env: { ...city.hubEnvironment, PORT: '0', HUB_DATA_DIR: dataDir, HUB_LOG_LEVEL: 'silent' },
    },
    stack,
  );
  const headersFile = join(folder, 'headers.json');
  const citizens = city.city.people.filter(({ registered }) => registered).slice(0, 100);
  const tokens = await Promise.all(citizens.map(({ nik }) => city.issuer.issueToken(nik)));
  writeFileSync(headersFile, JSON.stringify(tokens.map((token) => ({ authorization: `Bearer ${token}` }))));
  const url = `${hub.ready}/graphql`;
  const generator = await startLoadGenerator(stack, headersFile);
  const measure = async () => {
    const order = { url, bodies: [UNTOUCHED], requests: REQUESTS, connections: CONNECTIONS };
    return (await generator.ask<LoadResult>(order)).p50Ms;
  };
  await measure();
  const { control } = city.city.systems.sikesal;
  const rounds: IsolationRound[] = [];
  let peakCalls = 0;
  for (let round = 0; round < ROUNDS; round++) {
    // The same others ask in both halves: what they cost is not the hanging.
    const others = askAgainAndAgain(url, tokens);
    const wellMs = await measure();
    control.set({ hang: true });
    const hungMs = await measure();
    peakCalls = Math.max(peakCalls, control.peakConcurrent);
    control.reset();
    await others.stop();
    rounds.push({ wellMs, hungMs });
    note(`round ${round + 1}: ${wellMs.toFixed(2)} ms well, ${hungMs.toFixed(2)} ms with SiKesal hung`);
  }
  const ratios = rounds.map(({ wellMs, hungMs }) => hungMs / wellMs).sort((left, right) => left - right);
  return { rounds, ratio: ratios[Math.floor(ROUNDS / 2)] ?? Number.NaN, peakCalls, limit: LIMIT };
}

/** Citizens who ask for the system that hangs, at the same pace however it is; their answers do not matter. */
function askAgainAndAgain(url: string, tokens: readonly string[]): { stop(): Promise<void> } {
  const asked = new Set<Promise<unknown>>();
  let turn = 0;
  const ask = (): void => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[turn++ % tokens.length]}` };
    const answer = fetch(url, { method: 'POST', headers, body: TOUCHING }).then((one) => one.text());
    asked.add(answer);
    void answer.finally(() => asked.delete(answer));
  };
  const timer = setInterval(ask, ASK_EVERY_MS / OTHERS);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(asked);
    },
  };
}
