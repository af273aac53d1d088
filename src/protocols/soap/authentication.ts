import { createHash, randomBytes } from 'node:crypto';
import { SpecMistake } from '../protocol.ts';
import { encodeText, isXmlText } from './xml/text.ts';

interface Account {
  readonly user: string;
  readonly password: string;
}

export interface SoapAuthenticationSpec {
  readonly header?: Readonly<Record<string, string>>;
  readonly basic?: Account;
  readonly wsSecurity?: Account & { readonly digest?: boolean };
}

/** What a service wants to see before it answers. */
export interface SoapAuthentication {
  /** Headers of HTTP. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header of the envelope, for one message. */
  writeHeader(): string;
}

const PROFILE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-';
const NAMESPACES = `xmlns:wsse="${PROFILE}wssecurity-secext-1.0.xsd" xmlns:wsu="${PROFILE}wssecurity-utility-1.0.xsd"`;
const PASSWORD_TYPE = `${PROFILE}username-token-profile-1.0#`;
const NONCE_TYPE = `${PROFILE}soap-message-security-1.0#Base64Binary`;
const NONCE_BYTES = 16;

/** Creates the authentication of a source. @throws SpecMistake for an account that XML cannot hold. */
export function createSoapAuthentication(spec: SoapAuthenticationSpec = {}): SoapAuthentication {
  const { header = {}, basic, wsSecurity } = spec;
  const authorization = basic && `Basic ${Buffer.from(`${basic.user}:${basic.password}`).toString('base64')}`;
  return {
    headers: { ...header, ...(authorization && { authorization }) },
    writeHeader: wsSecurity ? createTokenWriter(wsSecurity) : () => '',
  };
}

/** WS-Security UsernameToken (OASIS WSS 1.1): the password as text, or as a digest that is good for one message. */
function createTokenWriter({ user, password, digest = false }: Account & { readonly digest?: boolean }): () => string {
  const head = `<soap:Header><wsse:Security ${NAMESPACES}><wsse:UsernameToken><wsse:Username>${encode(user)}</wsse:Username>`;
  const end = '</wsse:UsernameToken></wsse:Security></soap:Header>';
  if (!digest) {
    const whole = `${head}<wsse:Password Type="${PASSWORD_TYPE}PasswordText">${encode(password)}</wsse:Password>${end}`;
    return () => whole;
  }
  return () => {
    const nonce = randomBytes(NONCE_BYTES);
    // By the machine's clock, whatever the hub takes for today: the service compares it with its own.
    const created = new Date().toISOString();
    const hash = createHash('sha1').update(nonce).update(created).update(password).digest('base64');
    return (
      `${head}<wsse:Password Type="${PASSWORD_TYPE}PasswordDigest">${hash}</wsse:Password>` +
      `<wsse:Nonce EncodingType="${NONCE_TYPE}">${nonce.toString('base64')}</wsse:Nonce>` +
      `<wsu:Created>${created}</wsu:Created>${end}`
    );
  };
}

function encode(text: string): string {
  if (isXmlText(text)) return encodeText(text);
  throw new SpecMistake('auth', 'holds an account that XML cannot hold', 'write letters, digits and signs only');
}
