import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between the hub and a real database: counts connections and statements, and can break what passes. */
export interface DatabaseProxy {
  /** The database's address, through the proxy. */
  readonly url: string;
  /** How often bytes with the mark have passed towards the database. */
  arrivals(): number;
  openConnections(): number;
  /** Breaks every connection that is open, as a restart of the database does. */
  breakAll(): void;
  stop(): Promise<void>;
}

/** Starts a proxy in front of the database; with `isBreaking` whoever sends the mark loses the connection. */
export async function startProxy(target: string, mark: string, isBreaking = false): Promise<DatabaseProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let arrivals = 0;
  const server = createServer((socket) => {
    const upstream = connect(Number(port), hostname);
    sockets.add(socket);
    const end = (): void => {
      sockets.delete(socket);
      socket.destroy();
      upstream.destroy();
    };
    for (const one of [socket, upstream]) one.on('error', end).on('close', end);
    upstream.on('data', (chunk) => void socket.write(chunk));
    socket.on('data', (chunk) => {
      if (chunk.includes(mark)) {
        arrivals++;
        if (isBreaking) return void socket.resetAndDestroy();
      }
      upstream.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  const breakAll = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: url.href,
    arrivals: () => arrivals,
    openConnections: () => sockets.size,
    breakAll,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        breakAll();
      }),
  };
}
