import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeSupergraph } from '../../../src/federation/index.ts';
import { answerParent } from '../../process/answer-parent.ts';
import { fromLatin1, KnownAnswers } from './known-answers.ts';
import { type RecordedCall, StageRecorder } from './stage-recorder.ts';
import type { SubgraphModule } from './subgraph-module.ts';

/** What the bench learns when the subgraphs are ready. */
export interface SubgraphsReady {
  readonly supergraphSdl: string;
  readonly composedMs: number;
}

/** What the bench may ask: to record calls from now on or no longer, and how many came so far. */
export type SubgraphsQuestion = { readonly isRecording?: boolean };
export interface SubgraphsReply {
  readonly calls: number;
  /** What was recorded until now, when recording ends. */
  readonly stages: readonly (readonly RecordedCall[])[];
}

/** Serves all subgraphs from this process, each under the path of its name, and composes their supergraph. */
export async function serveSubgraphs(modules: readonly SubgraphModule[]): Promise<void> {
  const subgraphs = new Map(modules.map((module) => [`/${module.name}`, new KnownAnswers(module)]));
  let calls = 0;
  let recorder: StageRecorder | undefined;

  const reply = async (path: string, body: string, response: ServerResponse): Promise<void> => {
    calls++;
    const subgraph = subgraphs.get(path);
    if (!subgraph) return void response.writeHead(404).end();
    try {
      const answer = subgraph.find(body) ?? (await subgraph.make(body));
      if (recorder) await recorder.hold({ path, body: fromLatin1(body) });
      response.writeHead(200, ['content-type', 'application/json', 'content-length', String(answer.length)]);
      response.end(answer);
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('latin1');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => reply(request.url ?? '', body, response));
  });
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const begun = performance.now();
  const supergraphSdl = composeSupergraph(modules.map(({ name, sdl }) => ({ name, sdl, url: `${base}/${name}` })));
  const ready: SubgraphsReady = { supergraphSdl, composedMs: performance.now() - begun };
  answerParent(ready, ({ isRecording }: SubgraphsQuestion): SubgraphsReply => {
    const stages = recorder?.stages ?? [];
    if (isRecording !== undefined) recorder = isRecording ? new StageRecorder() : undefined;
    return { calls, stages };
  });
}
