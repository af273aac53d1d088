import { SpecMistake } from '../../protocol.ts';

/** Where an SFTP server is, who asks it and how it proves itself; holds secrets, so never log it. */
export interface SftpAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The folder of the files. */
  readonly folder: string;
  /** The password or the private key, one of them. */
  readonly secret: { readonly password: string } | { readonly privateKey: string };
  /** SHA-256 of the host keys that are accepted, base64 without padding; several while a server changes its key. */
  readonly hostKeys: readonly string[];
}

const DEFAULT_PORT = 22;
const EXAMPLE = 'write it like: sftp://hub:password@10.1.2.3:22/export';
const FINGERPRINT = /^SHA256:([A-Za-z0-9+/]{43})=?$/;
const PRIVATE_KEY = /^-----BEGIN [A-Z ]*PRIVATE KEY-----\n[\w+/=\s:,-]+\n-----END [A-Z ]*PRIVATE KEY-----$/;

/** Reads the keys of a source. @throws SpecMistake, which does not repeat what holds a secret. */
export function readSftpAddress(spec: Readonly<Record<string, unknown>>): SftpAddress {
  const text = String(spec.sftp);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const folder = url && decode(url.pathname);
  if (url?.protocol !== 'sftp:' || url.hostname === '' || url.username === '' || !folder)
    throw new SpecMistake('sftp', 'is not the address of a folder on an SFTP server', EXAMPLE);
  if (url.search !== '' || url.hash !== '')
    throw new SpecMistake('sftp', 'has a ? or a # in it', 'write %3F for ? and %23 for # in a password or a folder');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    user: decode(url.username),
    folder: folder === '/' ? folder : folder.replace(/\/+$/, ''),
    secret: readSecret(decode(url.password), spec.privateKey),
    hostKeys: readHostKeys(spec.hostKey),
  };
}

function readSecret(password: string, privateKey: unknown): SftpAddress['secret'] {
  if (privateKey === undefined) {
    if (password !== '') return { password };
    throw new SpecMistake('sftp', 'has no password, and there is no privateKey', EXAMPLE);
  }
  if (password !== '') throw new SpecMistake('sftp', 'has a password beside privateKey', 'leave one of them out');
  // Files of settings often hold one line for each setting.
  const key = String(privateKey).replaceAll('\\n', '\n').replaceAll('\r\n', '\n').trim();
  if (PRIVATE_KEY.test(key)) return { privateKey: `${key}\n` };
  throw new SpecMistake(
    'privateKey',
    'is not a private key',
    'give the whole text of the file that ssh-keygen -t ed25519 -N "" made, line ends as they are or as \\n',
  );
}

/** Never taken on trust: whoever stands in the way of the first connection would be trusted for good. */
function readHostKeys(hostKey: unknown): string[] {
  const words = String(hostKey ?? '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const prints = words.flatMap((word) => FINGERPRINT.exec(word)?.[1] ?? []);
  if (prints.length > 0 && prints.length === words.length) return prints;
  throw new SpecMistake(
    'hostKey',
    'is not the fingerprint of a host key',
    'write it like SHA256:… as its administrator reads it on the server: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub',
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SpecMistake('sftp', 'has a % that encodes nothing', 'write % in a password as %25');
  }
}
