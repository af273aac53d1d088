import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveLevyPhotos } from './serve-levy-photos.ts';

describe('places for photos', () => {
  let app: FastifyInstance;
  let port: number;
  const kept: number[] = [];
  beforeEach(async () => {
    kept.length = 0;
    app = fastify({ forceCloseConnections: true });
    const keep = async (file: Buffer) => ({ id: `foto-${kept.push(file.length)}` });
    await serveLevyPhotos(app, { keep });
    await app.listen({ port: 0, host: '127.0.0.1' });
    port = (app.server.address() as AddressInfo).port;
  });
  afterEach(() => app.close());

  /** Begins to send, and does not end. */
  function begin(): { outgoing: ClientRequest; answered: Promise<IncomingMessage> } {
    const outgoing = request({ port, method: 'POST', path: '/levy-photos', headers: { 'content-type': 'image/jpeg' } });
    outgoing.on('error', () => undefined);
    const answered = once(outgoing, 'response').then(([response]) => (response as IncomingMessage).resume());
    outgoing.write(Buffer.alloc(1_000, 0xff));
    return { outgoing, answered };
  }

  it('are six; a seventh is told to come back, and one that is left can be had again', async () => {
    const six = Array.from({ length: 6 }, begin);
    // Which of several that are on their way comes first nobody knows: the refused one is the first to be answered.
    const seventh = begin();
    const all = [...six, seventh];
    const refused = await Promise.race(all.map(async (one) => ({ one, response: await one.answered })));
    expect(refused.response.statusCode).toBe(429);
    const waiting = all.filter((one) => one !== refused.one);
    const [first, ...others] = waiting;
    first?.outgoing.end();
    expect((await first?.answered)?.statusCode).toBe(201);
    const late = begin();
    late.outgoing.end();
    expect((await late.answered).statusCode).toBe(201);
    for (const { outgoing } of others) outgoing.end();
    for (const { answered } of others) expect((await answered).statusCode).toBe(201);
    expect(kept).toEqual(Array.from({ length: 7 }, () => 1_000));
  });
});
