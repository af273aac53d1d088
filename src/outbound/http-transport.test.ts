import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { everythingIn } from '../protocols/testing/everything-in.ts';
import { createTransport, type HttpRequest } from './http-transport.ts';
import {
  drip,
  type Handle,
  hang,
  inTurn,
  json,
  oversized,
  reset,
  resetInAnswer,
  startLoopback,
  text,
} from './testing/loopback.ts';

const read: HttpRequest = { method: 'POST', path: '/cari', headers: {}, body: '{}', isRead: true };
const write: HttpRequest = { ...read, isRead: false };
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function openTo(handle: Handle, limits = { timeoutMs: 5000, concurrency: 4 }) {
  const system = await startLoopback(handle);
  const transport = createTransport(system.url, limits);
  undo.push(system.stop, transport.close);
  return { system, transport };
}

const SHORT = { timeoutMs: 100, concurrency: 4 };

describe('the deadline', () => {
  it.each([
    ['never begins to answer', hang],
    ['drips an endless answer', drip],
  ] as const)('ends a call to a system that %s', async (_name, handle) => {
    const { transport } = await openTo(handle, SHORT);
    await expect(transport.send(read)).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'no answer within the time allowed',
    });
  });

  it('closes the connection of the call that it ended', async () => {
    let used: Socket | undefined;
    const { transport } = await openTo((_request, _response, socket) => {
      used = socket;
    }, SHORT);
    await expect(transport.send(read)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect.poll(() => used?.destroyed).toBe(true);
  });

  it('ends a call whose connection is never made', async () => {
    // TLS to a server that says nothing is a connection that hangs while it is being made.
    const silent = await startSilent();
    const transport = createTransport(`https://127.0.0.1:${silent.port}`, SHORT);
    undo.push(silent.stop, transport.close);
    await expect(transport.send(read)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('gives the place of a connection that is never made to nobody for longer than the deadline', async () => {
    const silent = await startSilent();
    const transport = createTransport(`https://127.0.0.1:${silent.port}`, { timeoutMs: 100, concurrency: 1 });
    undo.push(silent.stop, transport.close);
    await expect(transport.send(read)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect.poll(silent.openConnections, { timeout: 3000 }).toBe(0);
  });

  it('ends calls that wait for a connection behind one that hangs', async () => {
    const { transport } = await openTo(hang, { timeoutMs: 100, concurrency: 1 });
    const both = await Promise.allSettled([transport.send(read), transport.send(read)]);
    expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected']);
  });

  it('holds for both tries of a read together', async () => {
    const slowly: Handle = ({ index }, response, socket) => {
      if (index === 0) setTimeout(() => socket.resetAndDestroy(), 100);
      else setTimeout(() => response.end('late'), 550);
    };
    const { system, transport } = await openTo(slowly, { timeoutMs: 600, concurrency: 4 });
    await expect(transport.send(read)).rejects.toMatchObject({ message: 'no answer within the time allowed' });
    expect(system.requests).toHaveLength(2);
  });
});

describe('a broken connection', () => {
  it('is made anew once for a read', async () => {
    const { system, transport } = await openTo(inTurn(reset, text('good')));
    await expect(transport.send(read)).resolves.toMatchObject({ status: 200, text: 'good' });
    expect(system.requests).toHaveLength(2);
  });

  it('is not made anew a second time', async () => {
    const { system, transport } = await openTo(inTurn(reset, reset, text('good')));
    await expect(transport.send(read)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(system.requests).toHaveLength(2);
  });

  it.each(['GET', 'POST'] as const)('is never made anew for a write sent by %s', async (method) => {
    const { system, transport } = await openTo(inTurn(reset, text('good')));
    const request = { ...write, method, body: method === 'GET' ? undefined : '{}' };
    await expect(transport.send(request)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(system.requests).toHaveLength(1);
  });

  it('in the middle of an answer is not made anew', async () => {
    const { system, transport } = await openTo(inTurn(resetInAnswer, text('good')));
    await expect(transport.send(read)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(system.requests).toHaveLength(1);
  });

  it('that a system closed between two calls goes unnoticed by the second', async () => {
    const { system, transport } = await openTo((_request, response, socket) => {
      response.on('close', () => socket.destroy());
      response.end('good');
    });
    await transport.send(read);
    await expect(transport.send(read)).resolves.toMatchObject({ text: 'good' });
    expect(system.requests.length).toBeGreaterThanOrEqual(2);
  });

  it('that a system closes just when the second call arrives is made anew', async () => {
    const { system, transport } = await openTo(inTurn(text('good'), reset, text('better')));
    await transport.send(read);
    await expect(transport.send(read)).resolves.toMatchObject({ text: 'better' });
    expect(system.requests).toHaveLength(3);
  });

  it('to a port where nobody listens is unavailable, and says why', async () => {
    const gone = await startLoopback(hang);
    await gone.stop();
    const transport = createTransport(gone.url, SHORT);
    undo.push(transport.close);
    await expect(transport.send(read)).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'the connection failed (ECONNREFUSED)',
    });
  });
});

describe('an answer', () => {
  it('of more than 10 MB is refused and its connection closed', async () => {
    let used: Socket | undefined;
    const { transport } = await openTo((request, response, socket) => {
      used = socket;
      oversized(10_000_000)(request, response, socket);
    });
    await expect(transport.send(read)).rejects.toMatchObject({
      kind: 'badAnswer',
      message: 'the answer is larger than 10000000 bytes',
    });
    await expect.poll(() => used?.destroyed).toBe(true);
  });

  it('of somewhat less than 10 MB is taken whole', async () => {
    const { transport } = await openTo(oversized(10_000_000 - 100));
    expect((await transport.send(read)).text).toHaveLength(10_000_000 - 100 + '{"filler":""}'.length);
  });

  it('that arrives in the middle of a letter of several bytes is put together right', async () => {
    const { transport } = await openTo((_request, response) => {
      const bytes = Buffer.from('Sulthan Thaha — Jambi');
      response.write(bytes.subarray(0, 15), () => response.end(bytes.subarray(15)));
    });
    expect((await transport.send(read)).text).toBe('Sulthan Thaha — Jambi');
  });

  it('that is no HTTP is a bad answer, and nothing of it is in the error', async () => {
    const { system, transport } = await openTo(
      (_request, _response, socket) => void socket.end('NIK 1571991007900001\r\n\r\n'),
    );
    const failure: unknown = await transport.send(read).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'badAnswer' });
    expect(everythingIn(failure)).not.toContain('1571991007900001');
    expect(system.requests).toHaveLength(1);
  });

  it('that redirects is given as it is, and the other address is never asked', async () => {
    const { system, transport } = await openTo((request, response) => {
      response.writeHead(302, { location: request.path === '/cari' ? '/lain' : '/' }).end();
    });
    expect((await transport.send(read)).status).toBe(302);
    expect(system.requests.map((request) => request.path)).toEqual(['/cari']);
  });
});

describe('connections', () => {
  it('are kept from call to call', async () => {
    const { system, transport } = await openTo(json({}));
    for (let call = 0; call < 10; call++) await transport.send(read);
    // The second call may begin while undici still counts the first as running.
    expect(system.openConnections()).toBeLessThanOrEqual(2);
  });

  it('are never more than the concurrency', async () => {
    const { system, transport } = await openTo(json({}), { timeoutMs: 5000, concurrency: 2 });
    await Promise.all(Array.from({ length: 10 }, () => transport.send(read)));
    expect(system.openConnections()).toBeLessThanOrEqual(2);
    expect(system.requests).toHaveLength(10);
  });

  it('are closed, and calls on their way fail, when the transport closes', async () => {
    const { system, transport } = await openTo(hang);
    const call = expect(transport.send(read)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect.poll(() => system.requests.length).toBe(1);
    await transport.close();
    await call;
    await expect.poll(system.openConnections).toBe(0);
  });
});

interface Silent {
  readonly port: number;
  openConnections(): number;
  stop(): Promise<void>;
}

/** A server that takes connections and never says anything. */
async function startSilent(): Promise<Silent> {
  const sockets = new Set<{ destroy(): unknown }>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    openConnections: () => sockets.size,
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
