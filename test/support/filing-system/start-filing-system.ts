import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../../demo/random.ts';

/** Something that the system has taken. */
export interface FiledEntry {
  readonly nomor: string;
  readonly nik: string;
  readonly isi: string;
}

/** A legacy system that citizens file things with, by two contracts: one that knows what it had, one that does not. */
export interface FilingSystem {
  readonly url: string;
  /** What it has taken by a contract, in that order. */
  taken(contract: FilingContract): readonly FiledEntry[];
  /** How often somebody has begun to send it something. */
  begun(): number;
  stop(): Promise<void>;
}

export type FilingContract = 'dikenal' | 'jejak';

/** Starts it; it takes its time, before it keeps something or before it says so, and goes on when its caller has gone. */
export async function startFilingSystem(seed: number, slowMs = 60): Promise<FilingSystem> {
  const random = createRandom('filing', seed);
  const books = { dikenal: new Map<string, FiledEntry>(), jejak: new Map<string, FiledEntry>() };
  let begun = 0;
  const keep = (contract: FilingContract, { nik = '', isi = '', ref = '' }: Record<string, string>): FiledEntry => {
    const book = books[contract];
    const number = book.size + 1;
    const key = contract === 'dikenal' ? ref : String(number);
    const entry = book.get(key) ?? { nomor: `${contract}-${number}`, nik, isi };
    book.set(key, entry);
    return entry;
  };
  const answer = async (path: string, sent: Record<string, string>): Promise<object> => {
    if (path === '/jejak/cari') {
      await sleep(random.whole(1, slowMs / 4));
      return { data: [...books.jejak.values()].filter(({ nik }) => nik === sent.nik) };
    }
    begun++;
    const [before, after] = random.chance(0.5) ? [slowMs, 5] : [5, slowMs];
    await sleep(random.whole(1, before));
    const { nomor } = keep(path === '/dikenal' ? 'dikenal' : 'jejak', sent);
    await sleep(random.whole(1, after));
    return { nomor };
  };
  const server = createServer((request, response) => {
    readBody(request)
      .then((sent) => answer(request.url ?? '', sent))
      .then((said) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said)))
      // Whoever was killed while he sent has sent nothing.
      .catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: (contract) => [...books[contract].values()],
    begun: () => begun,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, string>;
}
