import { createDecipheriv, createHash } from 'node:crypto';
import { CallFailure } from '../../outbound/index.ts';
import { parseAnswer, type Tolerance } from './parse-answer.ts';
import { compilePlace } from './place.ts';

/** How an encrypted part of an answer is read: the text at `path` is IV(12), ciphertext and tag(16), its plaintext JSON. */
export interface DecryptSpec {
  /** Where the text stands; without it the whole answer is the text. */
  readonly path?: string;
  readonly cipher: 'aes-256-gcm';
  readonly encoding: 'hex';
  readonly secret: string;
  /** How the key is made of the secret. */
  readonly key: 'sha256';
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Compiles the parsing of answers that hold an encrypted text, which its plaintext takes the place of. */
export function compileDecrypt(spec: DecryptSpec, tolerate: ReadonlySet<Tolerance>): (text: string) => unknown {
  const key = createHash('sha256').update(spec.secret, 'utf8').digest();
  const place = compilePlace(spec.path ?? '');
  if (!place) throw new Error('an invalid path of an encrypted text');
  if (spec.path === undefined) return (text) => decrypt(unquote(text.trim()), key);
  return (text) => {
    const answer = parseAnswer(text, tolerate);
    const encrypted = place.read(answer);
    // An answer that holds none says something else, which is for cases and okWhen.
    if (encrypted === undefined || encrypted === null) return answer;
    if (typeof encrypted !== 'string')
      throw new CallFailure('badAnswer', 'something else where the encrypted text should be');
    return place.replace(answer, decrypt(encrypted, key));
  };
}

/** @throws CallFailure badAnswer, which repeats neither the text nor why it could not be decrypted. */
function decrypt(text: string, key: Buffer): unknown {
  const bytes = Buffer.from(text, 'hex');
  // Buffer stops at the first letter that is no hex digit instead of refusing it.
  if (bytes.length * 2 !== text.length || bytes.length < IV_BYTES + TAG_BYTES)
    throw new CallFailure('badAnswer', 'an encrypted text that is not whole hex');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const start = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
  return parseAnswer(Buffer.concat([start, finish(() => decipher.final())]).toString('utf8'), NO_TOLERANCE);
}

const NO_TOLERANCE: ReadonlySet<Tolerance> = new Set();

function finish(final: () => Buffer): Buffer {
  try {
    return final();
  } catch {
    throw new CallFailure('badAnswer', 'an encrypted text that another key was used for, or that was changed');
  }
}

/** A text that is a whole answer may be written as JSON. */
function unquote(text: string): string {
  return /^"[0-9A-Fa-f]*"$/.test(text) ? text.slice(1, -1) : text;
}
