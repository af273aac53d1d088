// A process of the bench: what a good programmer would write by hand for this one page. It makes exactly the calls that
// the hub makes and gives exactly its answer, without GraphQL, connectors, access rules, or any check of the token.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from '../../process/answer-parent.ts';
import { readCitizens } from '../city/citizens.ts';
import { createHome } from './home.ts';

const citizens = new Map(readCitizens().map((citizen) => [`Bearer ${citizen.token}`, citizen]));
const home = createHome(process.env);

const server = createServer((request, response) => {
  request.resume().on('end', async () => {
    try {
      const citizen = citizens.get(request.headers.authorization ?? '');
      if (!citizen) return void response.writeHead(401).end();
      const body = JSON.stringify({ data: { me: await home(citizen) } });
      response.writeHead(200, ['content-type', 'application/json; charset=utf-8']).end(body);
    } catch (error) {
      response.writeHead(500).end(JSON.stringify({ errors: [String(error)] }));
    }
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
answerParent({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
