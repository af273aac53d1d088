import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from '../process/answer-parent.ts';

// A legacy system that takes whatever it is sent, as fast as a good one answers.

const ANSWER_MS = 2;
let taken = 0;
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    taken++;
    const answer = JSON.stringify({ nomor: `N-${taken}` });
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(answer), ANSWER_MS);
  });
});
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answerParent({ url }, async () => ({ taken }));
});
