import { type AddressInfo, createServer } from 'node:net';
import ssh2 from 'ssh2';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSftpProtocol } from '../index.ts';
import { type OpenSftp, openSftp, type SftpSetup } from '../testing/open-sftp.ts';

let remote: OpenSftp;
const open = async (setup: SftpSetup = {}) => {
  remote = await openSftp(setup);
};
afterEach(() => remote.close());

const makeKey = (options = {}) => ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256, ...options });
const spec = { file: 'a-*.csv' };
const answerOf = (value: string) => ({ rows: [{ a: value }], rejected: [] });
const put = (name: string, value: string, ageSeconds?: number) => remote.put(name, `a\n${value}\n`, ageSeconds);

describe('a server', () => {
  it('with another host key than the one that is named is refused before it hears of any account', async () => {
    await open({ source: { hostKey: `SHA256:${'A'.repeat(43)}` } });
    const message = 'its host key is not the one that hostKey names';
    await expect(remote.ask(spec)).rejects.toMatchObject({ kind: 'denied', message });
    expect(remote.server.attempts()).toBe(0);
  });

  it('may have one of several host keys while it changes them', async () => {
    await open({ hostKeysBeside: [`SHA256:${'A'.repeat(43)}`] });
    put('a-1.csv', '1');
    expect(await remote.ask(spec)).toEqual(answerOf('1'));
  });

  it('lets the hub in by a private key, also when its line ends are written out', async () => {
    const key = makeKey();
    await open({ publicKey: key.public, source: { privateKey: key.private.replaceAll('\n', '\\n') } });
    put('a-1.csv', '1');
    expect(await remote.ask(spec)).toEqual(answerOf('1'));
  });

  it.each([
    ['of somebody else', {}, 'it refuses the account, its password or its private key'],
    ['with a passphrase', { passphrase: 'demo', cipher: 'aes256-ctr' }, 'it must have no passphrase'],
  ])('does not let it in by a private key %s', async (_name, options, message) => {
    await open({ publicKey: makeKey().public, source: { privateKey: makeKey(options).private } });
    await expect(remote.ask(spec)).rejects.toMatchObject({ kind: 'denied', message: expect.stringContaining(message) });
  });

  it('that closes an idle connection is asked over another one', async () => {
    await open();
    put('a-1.csv', '1');
    await remote.ask(spec);
    remote.server.drop();
    expect(await remote.ask(spec)).toEqual(answerOf('1'));
    await expect.poll(() => remote.server.connections()).toBe(1);
  });

  it('whose SFTP program ends while SSH goes on is asked over another connection', async () => {
    await open();
    put('a-1.csv', '1');
    remote.server.meet = () => {
      remote.server.meet = () => 'answer';
      return 'leave';
    };
    expect(await remote.ask(spec)).toEqual(answerOf('1'));
    expect(remote.server.logIns()).toBe(2);
    // The same when nobody waits for anything.
    remote.server.leave();
    await expect.poll(() => remote.server.connections()).toBe(0);
  });

  it('that is not asked for a minute is left', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await open();
      put('a-1.csv', '1');
      await remote.ask(spec);
      // Answered after everything that the first one left behind.
      await remote.ask(spec);
      vi.advanceTimersByTime(59_000);
      await remote.ask(spec);
      vi.advanceTimersByTime(59_000);
      await remote.ask(spec);
      expect(remote.server.logIns()).toBe(1);
      vi.advanceTimersByTime(60_000);
      await expect.poll(() => remote.server.connections()).toBe(0);
      expect(await remote.ask(spec)).toEqual(answerOf('1'));
    } finally {
      vi.useRealTimers();
    }
  });

  it('that no longer answers loses its connection with the call', async () => {
    await open({ timeoutMs: 300 });
    put('a-1.csv', '1');
    await remote.ask(spec);
    remote.server.meet = () => 'hang';
    const message = expect.stringMatching(/no answer within the time|longer than a call/);
    await expect(remote.ask(spec)).rejects.toMatchObject({ kind: 'unavailable', message });
    await expect.poll(() => remote.server.connections()).toBe(0);
  });

  it('that answers again is asked anew by those who had joined a call that got no answer', async () => {
    await open();
    put('a-1.csv', '1');
    await remote.ask(spec);
    remote.server.meet = () => 'hang';
    const call = remote.source.prepare({ name: 'ask', spec, isRead: true });
    const [first, second] = [call({}, Date.now() + 200), call({})];
    await expect(first).rejects.toMatchObject({ kind: 'unavailable' });
    remote.server.meet = () => 'answer';
    expect(await second).toEqual(answerOf('1'));
  });

  it('that is not there is named by its fault', async () => {
    await open();
    await remote.server.stop();
    const message = 'the connection failed (ECONNREFUSED)';
    await expect(remote.ask(spec)).rejects.toMatchObject({ kind: 'unavailable', message });
    await remote.close();
    await open();
    remote.server.onConnect = () => remote.server.drop();
    await expect(remote.ask(spec)).rejects.toMatchObject({
      message: expect.stringContaining('before the log-in ended'),
    });
  });

  it('is asked once for a listing that several calls want at the same moment', async () => {
    await open();
    put('a-1.csv', '1');
    expect(await Promise.all([remote.ask(spec), remote.ask(spec)])).toEqual([answerOf('1'), answerOf('1')]);
    expect(remote.server.count('OPENDIR')).toBe(1);
    expect(remote.server.connections()).toBe(1);
  });

  it('gives one file at a time', async () => {
    await open();
    put('a-1.csv', '1');
    put('b-1.csv', '2');
    expect(await Promise.all([remote.ask(spec), remote.ask({ file: 'b-*.csv' })])).toEqual([
      answerOf('1'),
      answerOf('2'),
    ]);
    const order = remote.server.requests.filter((one) => one === 'OPEN' || one === 'READ');
    expect(order).toEqual(['OPEN', 'READ', 'OPEN', 'READ']);
  });

  it('is left by whoever closes the source while it connects', async () => {
    await open();
    const asked = remote.ask(spec);
    await remote.source.close();
    await expect(asked).rejects.toMatchObject({ kind: 'unavailable' });
    await expect.poll(() => remote.server.connections()).toBe(0);
    await expect(remote.ask(spec)).rejects.toMatchObject({ message: 'its connections are closed' });
  });

  it('is only read: nothing that the hub sends could change anything', async () => {
    await open();
    put('a-1.csv', '1');
    await remote.ask(spec);
    const reading = ['OPENDIR', 'READDIR', 'LSTAT', 'OPEN', 'FSTAT', 'READ', 'CLOSE'];
    expect([...new Set(remote.server.requests)].sort()).toEqual(reading.sort());
  });
});

// Length 5, VERSION, 3.
const VERSION = Buffer.from('000000050200000003', 'hex');
const NONSENSE = Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n');

describe('what is no SFTP server', () => {
  it.each([
    ['from its first packet', [NONSENSE]],
    ['after its greeting', [VERSION, NONSENSE]],
  ])('fails the call alone when it speaks SSH and then nonsense, %s', async (_name, gibberish) => {
    await open({ timeoutMs: 1000 });
    remote.server.gibberish = gibberish;
    await expect(remote.ask(spec)).rejects.toMatchObject({ name: 'CallFailure', kind: 'unavailable' });
  });

  it.each([
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'unavailable', 'closed before the log-in ended'],
    ['an old SSH server', 'SSH-1.5-x\r\n', 'badAnswer', 'no SSH that the hub understands'],
    ['a bad SSH server', `SSH-2.0-x\r\n${'x'.repeat(100)}`, 'badAnswer', 'no SSH that the hub understands'],
  ])('fails the call alone when it is %s', async (_name, words, kind, message) => {
    await open();
    const other = createServer((socket) => {
      socket.on('error', () => {}).write(words);
      // A web server has said all that it will.
      if (kind === 'unavailable') socket.end();
    }).listen(0, '127.0.0.1');
    await expect.poll(() => other.listening).toBe(true);
    const sftp = `sftp://hub:sandi-demo@127.0.0.1:${(other.address() as AddressInfo).port}/ekspor`;
    const protocol = createSftpProtocol(async () => {});
    const source = protocol.open({ sftp, hostKey: remote.server.hostKey }, { timeoutMs: 5000, concurrency: 1 });
    const asked = source.prepare({ name: 'ask', spec, isRead: true })({});
    await expect(asked).rejects.toMatchObject({ kind, message: expect.stringContaining(message) });
    other.close();
    await source.close();
  });
});

describe('of the files on a server', () => {
  it('the newest that fits is read; nothing that is no file of the folder itself', async () => {
    await open();
    put('a-1.csv', '1', 50);
    put('A-2.CSV', '2', 90);
    put('../ekspor/a-3.csv', '3', 1);
    put('sub/a-4.csv', '4', 1);
    remote.server.files.set('/ekspor/a-5.csv', { content: Buffer.from('a\n5\n'), mtime: 2e9, mode: 0o120777 });
    remote.server.files.set('/ekspor/a-6.csv', { content: Buffer.from('a\n6\n'), mtime: 2e9, mode: 0o040755 });
    expect(await remote.ask({ file: '*.csv' })).toEqual(answerOf('1'));
    expect(await remote.ask({ file: 'a-?.csv' })).toEqual(answerOf('1'));
  });

  it('none that changed not is downloaded again', async () => {
    await open();
    put('a-1.csv', '1');
    await remote.ask(spec);
    await remote.ask(spec);
    expect(remote.server.count('OPEN')).toBe(1);
    put('a-1.csv', '2', 30);
    expect(await remote.ask(spec)).toEqual(answerOf('2'));
    expect(remote.server.count('OPEN')).toBe(2);
  });

  it('one is downloaded once for operations that read it otherwise', async () => {
    await open();
    remote.put('a-1.csv', 'judul;x\na;b\n1;2\n');
    expect(await remote.ask(spec)).toMatchObject({ rows: [{ judul: 'a' }, { judul: '1' }] });
    expect(await remote.ask({ ...spec, header: 2 })).toMatchObject({ rows: [{ a: '1' }] });
    expect(remote.server.count('OPEN')).toBe(1);
  });

  it('one that is larger than allowed is not even opened', async () => {
    await open({ source: { maxBytes: 3 } });
    put('a-1.csv', '1');
    await expect(remote.ask(spec)).rejects.toMatchObject({
      kind: 'badAnswer',
      message: expect.stringContaining('3 b'),
    });
    expect(remote.server.count('OPEN')).toBe(0);
  });

  it('one of many pieces is put together as it was', async () => {
    await open();
    const values = Array.from({ length: 60_000 }, (_unused, at) => String(at));
    remote.put('a-1.csv', `a\n${values.join('\n')}\n`);
    const { rows } = (await remote.ask(spec)) as { rows: { a: string }[] };
    expect(rows.map(({ a }) => a)).toEqual(values);
  });
});

const rename = (from: string, to: string) => {
  const file = remote.server.files.get(`/ekspor/${from}`);
  remote.server.files.delete(`/ekspor/${from}`);
  if (file) remote.server.files.set(`/ekspor/${to}`, file);
};

describe('a file on a server', () => {
  const writing = { kind: 'unavailable', message: 'a file is still being written' };

  it('that is replaced between two looks is not read; its next state is', async () => {
    await open({ sleep: async () => put('a-1.csv', '22', 1) });
    put('a-1.csv', '1');
    await expect(remote.ask(spec)).rejects.toMatchObject(writing);
    expect(await remote.ask(spec)).toEqual(answerOf('22'));
  });

  it('that is renamed away between two looks makes the next older one answer', async () => {
    await open({ sleep: async () => rename('a-2.csv', 'b.csv') });
    put('a-1.csv', '1', 90);
    put('a-2.csv', '2', 10);
    expect(await remote.ask(spec)).toEqual(answerOf('1'));
  });

  it('that is renamed away before it is opened makes the next older one answer', async () => {
    await open();
    put('a-1.csv', '1', 90);
    put('a-2.csv', '2', 10);
    remote.server.meet = (request) => {
      if (request === 'OPEN') rename('a-2.csv', 'b.csv');
      return 'answer';
    };
    expect(await remote.ask(spec)).toEqual(answerOf('1'));
  });

  it('that is written under another name is read when it gets its own', async () => {
    await open();
    put('a-1.csv', '1', 90);
    put('.a-2.csv.tmp', '2', 10);
    expect(await remote.ask(spec)).toEqual(answerOf('1'));
    rename('.a-2.csv.tmp', 'a-2.csv');
    expect(await remote.ask(spec)).toEqual(answerOf('2'));
  });

  it('that changes in mid-download is not read', async () => {
    await open();
    put('a-1.csv', '1');
    remote.server.meet = (request) => {
      // The server's handle shows what is there now, as a file that is written in place does.
      if (request === 'READ') remote.server.rewrite('/ekspor/a-1.csv', Buffer.from('a\n1\n2\n'));
      return 'answer';
    };
    await expect(remote.ask(spec)).rejects.toMatchObject(writing);
  });

  it('whose end is missing leaves its last whole state', async () => {
    await open();
    remote.put('a-1.csv', 'a;b\n1;x\n', 90);
    expect(await remote.ask(spec)).toMatchObject({ rows: [{ a: '1' }] });
    remote.put('a-1.csv', 'a;b\n2', 10);
    expect(await remote.ask(spec)).toMatchObject({ rows: [{ a: '1' }] });
  });

  it('whose download breaks off is downloaded once more, over another connection', async () => {
    await open();
    put('a-1.csv', '1');
    remote.server.meet = (request) => {
      if (request !== 'READ') return 'answer';
      remote.server.meet = () => 'answer';
      return 'reset';
    };
    expect(await remote.ask(spec)).toEqual(answerOf('1'));
    expect(remote.server.count('OPEN')).toBe(2);
  });

  it('whose download breaks off every time fails the call, and is there for the next', async () => {
    await open();
    put('a-1.csv', '1');
    remote.server.meet = (request) => (request === 'READ' ? 'reset' : 'answer');
    const message = 'the connection broke before the answer came';
    await expect(remote.ask(spec)).rejects.toMatchObject({ kind: 'unavailable', message });
    expect(remote.server.count('OPEN')).toBe(2);
    remote.server.meet = () => 'answer';
    expect(await remote.ask(spec)).toEqual(answerOf('1'));
  });
});
