import { createHash, createHmac } from 'node:crypto';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { SpecMistake } from '../protocol.ts';
import type { Authentication } from './authentication.ts';
import type { UnsignedRequest } from './http-call.ts';

/** A signature of each request in a header of its own, as BPJS and banks want it. */
export interface HmacSpec {
  /** The header that carries the signature. */
  readonly header: string;
  readonly algorithm: 'sha256' | 'sha512';
  readonly key: string;
  /** What is signed: text with placeholders; `{{` is the text `{`. */
  readonly sign: string;
  readonly encode: 'base64' | 'hex';
  /** Further headers, templates as in `sign`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request at the moment of its signing; everything about it tells the same time. */
interface Signing {
  readonly request: UnsignedRequest;
  readonly atMs: number;
}

type Write = (signing: Signing) => string;

const bodyOf = ({ request }: Signing): string => request.body ?? '';

/** Creates the authentication by signatures; `fixed` headers go with every call, `prefix` in front of every path. */
export function createHmacAuthentication(
  spec: HmacSpec,
  fixed: Record<string, string>,
  prefix: string,
): Authentication {
  const { algorithm, key, encode } = spec;
  const signatureHeader = spec.header.toLowerCase();
  const textToSign = compileTemplate(spec.sign, prefix);
  const templates = Object.entries(spec.headers ?? {}).map(
    ([name, template]) => [name.toLowerCase(), compileTemplate(template, prefix)] as const,
  );
  return {
    headers: (request) => {
      const signing = { request, atMs: Date.now() };
      const headers = { ...fixed };
      for (const [name, write] of templates) headers[name] = write(signing);
      headers[signatureHeader] = createHmac(algorithm, key).update(textToSign(signing), 'utf8').digest(encode);
      return headers;
    },
    renews: () => false,
  };
}

function compileTemplate(template: string, prefix: string): Write {
  const placeholders: Readonly<Record<string, Write>> = {
    timestamp: ({ atMs }) => String(Math.floor(atMs / 1000)),
    isoTimestamp: ({ atMs }) => formatJakartaInstant(atMs),
    method: ({ request }) => request.method,
    path: ({ request }) => prefix + request.path,
    body: bodyOf,
    bodySha256Hex: (signing) => createHash('sha256').update(bodyOf(signing), 'utf8').digest('hex'),
  };
  const parts = template.split(/(\{\{|\{[^{}]*\})/).map((part): Write => {
    if (part === '{{') return () => '{';
    const name = /^\{([^{}]*)\}$/.exec(part)?.[1];
    if (name === undefined) return () => part;
    const write = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
    if (write) return write;
    const known = Object.keys(placeholders).map((one) => `{${one}}`);
    throw new SpecMistake('auth', 'has a placeholder in hmac that is not known', `take ${known.join(', ')}`);
  });
  return (signing) => parts.map((write) => write(signing)).join('');
}
