import { once } from 'node:events';
import { type AddressInfo, createServer, type NetConnectOpts, type Socket } from 'node:net';
import { CallControl } from '../control.ts';
import type { Fault } from '../fault.ts';
import type { LivingRecords } from '../living-records.ts';
import { serveControl } from '../serve-control.ts';
import { reachableAt } from '../serve-http.ts';
import type { RunningSystem } from '../system-server.ts';
import { Passage } from './passage.ts';
import { createStatementCounter, type Dialect } from './statement-counter.ts';

/** Where a proxy listens and how it is named; ports that are 0 or absent are free ones. */
export interface DatabaseProxyOptions {
  readonly name: string;
  readonly dialect: Dialect;
  readonly port?: number;
  readonly controlPort?: number;
  readonly host?: string;
  /** What can be made to happen in it. */
  readonly records?: LivingRecords;
}

/** A legacy system that is a database, at an address that never changes; `url` has neither account nor database. */
export interface DatabaseProxy extends RunningSystem {
  /** Says where the real server is from now on; while it is nowhere, every connection is closed at once. */
  connectTo(target: NetConnectOpts | undefined): void;
}

/** What the books call a client's connection and its statements. */
const ROUTES = [{ operation: 'connect' }, { operation: 'statement' }] as const;

const speaksNoHttp = 'is a database: it answers with neither HTML nor HTTP statuses; use down, hang, slowMs, truncated';

const IMPOSSIBLE: Readonly<Partial<Record<keyof Fault, string>>> = {
  html: speaksNoHttp,
  status500: speaksNoHttp,
  quota: 'is a database: it has no allowance of calls; use down',
  expiredSession: 'is a database: its connections do not expire; use down with "only": "statement"',
};

/** Stands in front of a real database server, which may come later, and misbehaves as the switchboard says. */
export async function createDatabaseProxy(options: DatabaseProxyOptions): Promise<DatabaseProxy> {
  const { name, dialect, port = 0, controlPort = 0, host = '127.0.0.1', records } = options;
  const control = new CallControl({ name, routes: ROUTES, impossible: IMPOSSIBLE });
  const clients = new Set<Socket>();
  let target: NetConnectOpts | undefined;
  const server = createServer((client) => {
    clients.add(client);
    client.once('close', () => clients.delete(client));
    void new Passage(client, control, createStatementCounter(dialect)).run(target);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const stopListening = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const client of clients) client.destroy();
    await closed;
  };
  const controlServer = await serveControl({ name, ...(records && { records }) }, control, controlPort, host).catch(
    async (error: unknown) => {
      await stopListening();
      throw error;
    },
  );
  return {
    url: `${dialect}://${reachableAt(host)}:${(server.address() as AddressInfo).port}`,
    controlUrl: controlServer.controlUrl,
    control,
    ...(records && { records }),
    connectTo: (next) => {
      target = next;
    },
    stop: async () => void (await Promise.all([stopListening(), controlServer.stop()])),
  };
}
