// A process of the bench: the least that any gateway under Node must do for this query. It sends the bodies that the hub
// sends, in the same stages, parses every answer and writes an answer of the right content, which it knows beforehand.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { post } from '../../load/post.ts';
import { answerParent } from '../../process/answer-parent.ts';
import type { RecordedCall } from '../subgraphs/stage-recorder.ts';
import { FLOOR_FILE, type FloorScript } from './floor-script.ts';

// As many as the hub opens to one subgraph at most.
const CONNECTIONS = 64;
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

const { origin, stages, answer } = JSON.parse(readFileSync(process.env[FLOOR_FILE] ?? '', 'utf8')) as FloorScript;
const pool = new Pool(origin, { connections: CONNECTIONS });

const server = createServer((request, response) => {
  request.resume().on('end', async () => {
    try {
      for (const calls of stages) await Promise.all(calls.map(call));
      response.writeHead(200, ['content-type', 'application/json; charset=utf-8']).end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(500).end(JSON.stringify({ errors: [String(error)] }));
    }
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
answerParent({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });

async function call({ path, body }: RecordedCall): Promise<unknown> {
  const { status, body: bytes } = await post(pool, path, HEADERS, body);
  if (status !== 200) throw new Error(`HTTP ${status}`);
  return JSON.parse(bytes.toString('utf8'));
}
