import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { json, text } from '../../outbound/testing/loopback.ts';
import { everythingIn } from '../testing/everything-in.ts';
import { closeAfterEach, openOperation } from './testing/open-operation.ts';

closeAfterEach();

const SALT = 'garam-yang-rahasia-7Q';
const NIK = '1571991007900001';
const spec = { path: 'data', cipher: 'aes-256-gcm', encoding: 'hex', secret: SALT, key: 'sha256' };
const content = { items: [{ nik: NIK, nama: 'Siti “é”' }] };

/** What the other side does: hex of IV, ciphertext and tag. */
function encrypt(plain: string, secret = SALT): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', createHash('sha256').update(secret).digest(), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('hex');
}

async function ask(body: string, operation: object, source: object = {}): Promise<unknown> {
  const { call } = await openOperation({
    handle: text(body),
    operation: { get: '/x', ...operation },
    source: { ...source },
  });
  return call({}).catch((error: unknown) => error);
}

const secretText = encrypt(JSON.stringify(content));

describe('an encrypted text', () => {
  it('is replaced by its content', async () => {
    const answer = JSON.stringify({ status: true, data: secretText });
    expect(await ask(answer, { decrypt: spec })).toEqual({ status: true, data: content });
  });

  it('is read the same wherever it was encrypted: a known answer', async () => {
    // Made by Python's cryptography: AESGCM(sha256(salt)).encrypt(iv, b'{"a":1}', None) behind an IV of zeros.
    const known = '000000000000000000000000387e13757109ebbf139d9c6c4f448efc2b11830d7dd9e5';
    expect(await ask(JSON.stringify({ data: known }), { decrypt: spec })).toEqual({ data: { a: 1 } });
  });

  it('may be in capital letters, deeper in the answer, or the answer itself', async () => {
    const deep = JSON.stringify({ a: { b: [{ c: secretText.toUpperCase() }] } });
    expect(await ask(deep, { decrypt: { ...spec, path: 'a.b[0].c' } })).toEqual({ a: { b: [{ c: content }] } });
    const { path: _path, ...whole } = spec;
    expect(await ask(`${secretText}\n`, { decrypt: whole })).toEqual(content);
    expect(await ask(JSON.stringify(secretText), { decrypt: whole })).toEqual(content);
  });

  it('may be what the whole source answers, or one operation in another way', async () => {
    const answer = JSON.stringify({ data: secretText });
    expect(await ask(answer, {}, { decrypt: spec })).toEqual({ data: content });
    expect(await ask(answer, { decrypt: spec }, { decrypt: { ...spec, secret: 'lain' } })).toEqual({ data: content });
  });

  it('is found behind a PHP warning where the file forgives one', async () => {
    const answer = `<b>Notice</b>: x ${JSON.stringify({ data: secretText })}`;
    expect(await ask(answer, { decrypt: spec }, { tolerate: ['textBeforeJson'] })).toEqual({ data: content });
  });

  it.each([[{ status: false, data: null }], [{ message: 'tidak ada' }], [[]]])(
    'that an answer does not have leaves it as it is: %j',
    async (answer) => {
      expect(await ask(JSON.stringify(answer), { decrypt: spec })).toEqual(answer);
    },
  );
});

const flip = (hex: string, at: number): string => {
  const bytes = Buffer.from(hex, 'hex');
  bytes[at < 0 ? bytes.length + at : at] = (bytes.at(at) ?? 0) ^ 1;
  return bytes.toString('hex');
};

const REFUSED: readonly (readonly [string, unknown])[] = [
  ['of another key', encrypt(JSON.stringify(content), 'lain')],
  ['with another tag', flip(secretText, -1)],
  ['with another IV', flip(secretText, 0)],
  ['that was changed', flip(secretText, 12)],
  ['cut off', secretText.slice(0, -2)],
  ['cut off within a byte', secretText.slice(0, -1)],
  ['that is no hex', `${secretText}zz`],
  ['that is base64', Buffer.from(secretText, 'hex').toString('base64')],
  ['too short to be one', 'ab'.repeat(27)],
  ['that is empty', ''],
  ['whose content is no JSON', encrypt(NIK.repeat(2).concat('x'))],
  ['whose content is empty', encrypt('')],
  ['that is not encrypted at all', content],
  ['that is a number', 1571],
];

describe('a text that cannot be decrypted', () => {
  it.each(REFUSED)('%s is a bad answer, of which nothing is repeated', async (_name, data) => {
    const outcome = await ask(JSON.stringify({ data }), { decrypt: spec });
    expect(outcome).toMatchObject({ name: 'CallFailure', kind: 'badAnswer' });
    const shown = everythingIn(outcome);
    for (const secret of [NIK, SALT, secretText.slice(0, 20)]) expect(shown).not.toContain(secret);
  });

  it('is not looked at when the status says that there is none', async () => {
    const setup = { handle: json({ data: 'x' }, 500), operation: { get: '/x', decrypt: spec } };
    const { call } = await openOperation(setup);
    await expect(call({})).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
