import { inflateRawSync } from 'node:zlib';
import SftpClient from 'ssh2-sftp-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import { createPopulation } from '../people/population.ts';
import { type Dinsos, startDinsos } from './server.ts';

const client = new SftpClient('test', { error: () => {}, end: () => {}, close: () => {} });
let dinsos: Dinsos;
beforeAll(async () => {
  dinsos = await startDinsos(createPopulation(200), 1);
  const { hostname, port, username, password } = new URL(dinsos.settings.DINSOS_SFTP_URL);
  await client.connect({ host: hostname, port: Number(port), username, password });
});
afterAll(async () => {
  await client.end();
  await dinsos.stop();
});

/** The XML of a sheet and the texts that it refers to. */
async function readParts(month: string): Promise<string> {
  const book = await client.get(`/siks-ng/siks-ng-dtsen-${month}.xlsx`);
  if (!Buffer.isBuffer(book)) throw new Error('not downloaded');
  return unpack(book);
}

function unpack(book: Buffer): string {
  let text = '';
  const end = book.lastIndexOf(Buffer.from('504b0506', 'hex'));
  for (let at = book.readUInt32LE(end + 16); at < end; ) {
    const [packed, header] = [book.readUInt32LE(at + 20), book.readUInt32LE(at + 42)];
    const start = header + 30 + book.readUInt16LE(header + 26) + book.readUInt16LE(header + 28);
    const part = book.subarray(start, start + packed);
    text += book.readUInt16LE(at + 10) === 0 ? part.toString() : inflateRawSync(part).toString();
    at += 46 + book.readUInt16LE(at + 28) + book.readUInt16LE(at + 30) + book.readUInt16LE(at + 32);
  }
  return text;
}

test('leaves one workbook for each month, the newest last', async () => {
  const listed = await client.list('/siks-ng');
  expect(listed.map(({ name }) => name).sort()).toEqual(
    ['08', '09', '10'].map((month) => `siks-ng-dtsen-2026-${month}.xlsx`),
  );
  const newest = listed.reduce((one, other) => (other.modifyTime > one.modifyTime ? other : one));
  expect(newest).toMatchObject({
    name: 'siks-ng-dtsen-2026-10.xlsx',
    modifyTime: Date.parse('2026-11-01T00:00:00+07:00'),
  });
});

test('writes numbers of identity as text, below the titles', async () => {
  const parts = await readParts('2026-10');
  expect(parts).toContain('KEMENTERIAN SOSIAL REPUBLIK INDONESIA');
  expect(parts).toMatch(/<row r="5"/);
  expect(parts).toContain(`>${findPerson('aneh').nik}<`);
  expect(parts).not.toMatch(/<v>\d{16}<\/v>/);
});

test('has one rounded number in the file of August', async () => {
  const parts = await readParts('2026-08');
  expect(parts.match(/<v>\d{16}<\/v>/g)).toEqual(['<v>1571993112680000</v>']);
});
