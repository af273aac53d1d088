import { connect as connectTcp } from 'node:net';
import SftpClient from 'ssh2-sftp-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SftpSystem, serveSftp } from './sftp-server.ts';

const account = { user: 'hub', password: 'sandi-demo-sftp' };
const files = [
  { name: 'lama.csv', content: Buffer.from('a\n1\n'), writtenAt: 1_000 },
  { name: 'baru.csv', content: Buffer.from('a\n22\n'), writtenAt: 2_000 },
];

let server: SftpSystem;
let client: SftpClient;
beforeAll(async () => {
  server = await serveSftp({ name: 'uji', account, folder: '/ekspor', files: async () => files });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.control.reset();
  client = new SftpClient('test', { error: () => {}, end: () => {}, close: () => {} });
});
afterEach(() => client.end());

const connect = (password = account.password) => {
  const { hostname: host, port } = new URL(server.url);
  // Else each short packet waits for the answer to the one before.
  const sock = connectTcp({ host, port: Number(port), noDelay: true });
  return client.connect({ sock, username: account.user, password });
};
const download = async (name: string) => String(await client.get(`/ekspor/${name}`));

test('hands out its files, whole and with their times, and counts calls', async () => {
  await connect();
  const listed = await client.list('/ekspor');
  expect(listed).toMatchObject([
    { name: 'lama.csv', size: 4, modifyTime: 1_000_000 },
    { name: 'baru.csv', size: 5, modifyTime: 2_000_000 },
  ]);
  expect(await download('baru.csv')).toBe('a\n22\n');
  expect(server.control.calls).toEqual({ total: 3, login: 1, list: 1, stat: 0, download: 1 });
});

test('lets nobody in with another password', async () => {
  await expect(connect('another')).rejects.toThrow('authentication methods failed');
});

test('is only read', async () => {
  await connect();
  await expect(client.put(Buffer.from('x'), '/ekspor/x.csv')).rejects.toThrow('Permission denied');
  await expect(client.delete('/ekspor/baru.csv')).rejects.toThrow();
  await expect(client.rename('/ekspor/baru.csv', '/ekspor/x.csv')).rejects.toThrow();
  await expect(client.mkdir('/ekspor/x')).rejects.toThrow();
  expect(await download('baru.csv')).toBe('a\n22\n');
});

test('has one folder and nothing else', async () => {
  await connect();
  await expect(client.list('/')).rejects.toThrow('No such file');
  await expect(client.get('/ekspor/../etc/passwd')).rejects.toThrow('No such file');
});

describe('faults', () => {
  test('down ends the connection', async () => {
    await connect();
    server.control.set({ down: true });
    await expect(client.list('/ekspor')).rejects.toThrow();
    await expect(connect()).rejects.toThrow();
  });

  test('down for one operation lets the others be', async () => {
    await connect();
    server.control.set({ down: true, only: 'download' });
    expect(await client.list('/ekspor')).toHaveLength(2);
    await expect(client.get('/ekspor/baru.csv')).rejects.toThrow();
  });

  test('hang takes a call and never answers, until its caller goes', async () => {
    await connect();
    server.control.set({ hang: true });
    const outcome = client.list('/ekspor').then(
      () => 'answered',
      () => 'gone',
    );
    await expect.poll(() => server.control.inFlight).toBe(1);
    await client.end();
    await expect.poll(() => server.control.inFlight).toBe(0);
    expect(await Promise.race([outcome, Promise.resolve('open')])).not.toBe('answered');
  });

  test('slowMs delays an answer', async () => {
    await connect();
    server.control.set({ slowMs: 60 });
    const begun = performance.now();
    await client.list('/ekspor');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
  });

  test('truncated shows the newest file as one that is still being written', async () => {
    await connect();
    server.control.set({ truncated: true });
    expect(await client.stat('/ekspor/baru.csv')).toMatchObject({ size: 2 });
    expect((await client.list('/ekspor')).map(({ size }) => size).sort()).toEqual([2, 4]);
    expect(await download('baru.csv')).toBe('a\n');
    expect(await download('lama.csv')).toBe('a\n1\n');
  });

  test.each([
    { html: 502 },
    { status500: true },
    { quota: true },
    { expiredSession: true },
    { warnings: 'always' },
  ] as const)('%j is refused: an SFTP server cannot have it', (fault) => {
    expect(() => server.control.set(fault)).toThrow(/^uji /);
  });

  test('are set by curl too', async () => {
    const told = await fetch(server.controlUrl, { method: 'POST', body: '{"down":true,"times":2}' });
    expect(await told.json()).toMatchObject({ system: 'uji', fault: { down: true, times: 2 } });
    expect(server.control.fault).toEqual({ down: true, times: 2 });
  });
});
