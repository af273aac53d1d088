import { Parser } from 'saxen';
import type { SystemAnswer } from '../legacy-system.ts';

/** A request as the service reads it: by local names, as its PHP did. */
export interface SoapRequest {
  /** The texts of the UsernameToken: Username, Password, Nonce, Created. */
  readonly token: ReadonlyMap<string, string>;
  /** Whether the password came as a digest. */
  readonly isDigest: boolean;
  /** The element in the body, and the texts of its children. */
  readonly operation: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads an envelope; undefined when the text is none. */
export function readSoapRequest(text: string): SoapRequest | undefined {
  const token = new Map<string, string>();
  const parameters = new Map<string, string>();
  const path: string[] = [];
  const read = { operation: '', isDigest: false, piece: '' };
  const parser = new Parser()
    .on('openTag', (name, getAttributes) => {
      path.push(name.slice(name.indexOf(':') + 1));
      read.piece = '';
      if (path.at(-1) === 'Password')
        read.isDigest = Object.values(getAttributes()).some((one) => one.endsWith('#PasswordDigest'));
    })
    .on('text', (value, decode) => {
      read.piece += decode(value);
    })
    .on('closeTag', () => {
      const name = path.at(-1) ?? '';
      if (path.at(-2) === 'UsernameToken') token.set(name, read.piece);
      if (path[1] === 'Body' && path.length === 3) read.operation = name;
      if (path[1] === 'Body' && path.length === 4) parameters.set(name, read.piece);
      path.pop();
    });
  try {
    parser.write(text);
    parser.end();
  } catch {
    return undefined;
  }
  const { operation, isDigest } = read;
  return operation === '' ? undefined : { token, isDigest, operation, parameters };
}

type Value = string | null | readonly Tree[];
/** An element: its name and what it holds. */
type Tree = readonly [name: string, value: Value];

/** Answers with an element of the service's namespace in the body. */
export function answerElement(name: string, children: readonly Tree[]): SystemAnswer {
  return answerEnvelope(
    `<ns1:${name} xmlns:ns1="urn:dishub:kir">${children.map(writeTree).join('')}</ns1:${name}>`,
    200,
  );
}

/** Answers with a fault, under HTTP 500 as SOAP 1.1 wants it. */
export function answerFault(code: string, reason: string): SystemAnswer {
  const fault = `<faultcode>${code}</faultcode><faultstring>${escapeText(reason)}</faultstring>`;
  return answerEnvelope(`<SOAP-ENV:Fault>${fault}</SOAP-ENV:Fault>`, 500);
}

const OPEN =
  '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">';

function answerEnvelope(body: string, status: number): SystemAnswer {
  return {
    status,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${OPEN}<SOAP-ENV:Body>${body}</SOAP-ENV:Body></SOAP-ENV:Envelope>\n`,
  };
}

function writeTree([name, value]: Tree): string {
  if (value === null) return `<ns1:${name} xsi:nil="true"/>`;
  const inner = typeof value === 'string' ? escapeText(value) : value.map(writeTree).join('');
  return `<ns1:${name}>${inner}</ns1:${name}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
