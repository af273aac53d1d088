/** One setting of the hub: an environment variable with its meaning, its default and its check. */
export interface Setting<Value> {
  readonly name: string;
  readonly describe: string;
  /** How the default reads in the table; undefined when the setting has none. */
  readonly defaultText?: string;
  /** Never shown, not even in `hub -- config`. */
  readonly isSecret?: boolean;
  /** The hub does not serve in production without it. */
  readonly isRequiredInProduction?: boolean;
  readonly fallback: Value;
  /** Gives the value, or a sentence that says what is wrong with the text. */
  parse(text: string): Value | Malformed;
}

/** What is wrong with a setting's text; never repeats the text, which may be a secret. */
export class Malformed {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

type Options<Value> = Omit<Setting<Value>, 'parse' | 'name' | 'describe' | 'fallback'> & { readonly fallback?: Value };

export function port(name: string, describe: string, fallback: number): Setting<number> {
  const parse = (text: string) => {
    const value = Number(text);
    return /^\d+$/.test(text) && value <= 65_535
      ? value
      : new Malformed('must be a port number from 0 to 65535 (0: any free one)');
  };
  return { name, describe, fallback, defaultText: String(fallback), parse };
}

export function text(
  name: string,
  describe: string,
  options: Options<string | undefined> = {},
): Setting<string | undefined> {
  return { name, describe, fallback: undefined, ...options, parse: (value) => value };
}

/** A web address without a path of its own kind: `protocols` are those allowed. */
export function address(
  name: string,
  describe: string,
  protocols: readonly string[],
  options: Options<string | undefined> = {},
): Setting<string | undefined> {
  const parse = (value: string) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url && protocols.includes(url.protocol)
      ? value
      : new Malformed(`must be an address that begins with ${protocols.map((one) => `${one}//`).join(' or ')}`);
  };
  return { name, describe, fallback: undefined, ...options, parse };
}

/** A web address without a path, such as `https://hub.jambikota.go.id`. */
export function origin(name: string, describe: string): Setting<string | undefined> {
  const parse = (value: string) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url && /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(value)
      ? url.origin
      : new Malformed('must be an address such as https://hub.jambikota.go.id, without a path');
  };
  return { name, describe, fallback: undefined, parse };
}

/** A public key for ECDH-ES as a JWK; a private one is refused, because whoever holds it could read what is sealed. */
export function publicJwk(
  name: string,
  describe: string,
  options: Options<string | undefined> = {},
): Setting<string | undefined> {
  const parse = (value: string) => {
    const jwk = readJson(value);
    const isKnown =
      jwk?.kty === 'OKP' ? jwk.crv === 'X25519' : jwk?.kty === 'EC' && /^P-(?:256|384|521)$/.test(String(jwk.crv));
    if (!isKnown || typeof jwk?.x !== 'string')
      return new Malformed('must be a public key as JWK (EC P-256 or X25519)');
    if ('d' in jwk)
      return new Malformed('must be the public key alone: this one holds the private part, which belongs to its owner');
    return value;
  };
  return { name, describe, fallback: undefined, ...options, parse };
}

function readJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export function oneOf<const Choice extends string>(
  name: string,
  describe: string,
  choices: readonly Choice[],
  fallback: Choice,
): Setting<Choice> {
  const parse = (value: string) =>
    choices.find((choice) => choice === value) ?? new Malformed(`must be one of: ${choices.join(', ')}`);
  return { name, describe, fallback, defaultText: fallback, parse };
}

/** Values separated by commas, each of which must pass the check. */
export function list(
  name: string,
  describe: string,
  check: (item: string) => string | undefined,
  options: Options<readonly string[]> = {},
): Setting<readonly string[]> {
  const parse = (value: string) => {
    const items = value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean);
    const reason = items.map(check).find((one) => one !== undefined);
    return reason === undefined ? items : new Malformed(reason);
  };
  return { name, describe, fallback: [], ...options, parse };
}
