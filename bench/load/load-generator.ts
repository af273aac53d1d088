// A process of the bench: sends queries over a fixed number of connections.
import { readFileSync } from 'node:fs';
import { Pool } from 'undici';
import { answerParent } from '../process/answer-parent.ts';
import { HEADERS_FILE } from './headers-file.ts';
import { percentile } from './percentile.ts';
import { post } from './post.ts';

export interface LoadOrder {
  readonly url: string;
  /** Sent one after the other, again and again. */
  readonly bodies: readonly string[];
  readonly requests: number;
  /** Each connection sends its next request when it has the answer to the one before. */
  readonly connections: number;
}

export interface LoadResult {
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const headersFile = process.env[HEADERS_FILE];
const callers = headersFile ? (JSON.parse(readFileSync(headersFile, 'utf8')) as Record<string, string>[]) : [{}];
const HEADERS = callers.map((own) => ({ 'content-type': 'application/json', accept: 'application/json', ...own }));

let turn = 0;

async function runLoad({ url, bodies, requests, connections }: LoadOrder): Promise<LoadResult> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  const latencies = new Float64Array(requests);
  let next = 0;
  const send = async (): Promise<void> => {
    for (let index = next++; index < requests; index = next++) {
      const headers = HEADERS[turn++ % HEADERS.length];
      const begun = performance.now();
      const answer = await post(pool, pathname, headers ?? {}, bodies[index % bodies.length] ?? '');
      latencies[index] = performance.now() - begun;
      if (answer.status !== 200 || answer.body.includes('"errors"'))
        throw new Error(`HTTP ${answer.status}: ${answer.body.toString('utf8').slice(0, 300)}`);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, send));
  const elapsedMs = performance.now() - begun;
  await pool.close();
  latencies.sort();
  return { elapsedMs, p50Ms: percentile(latencies, 0.5), p99Ms: percentile(latencies, 0.99) };
}

answerParent(true, runLoad);
