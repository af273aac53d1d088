import { SpecMistake } from '../protocol.ts';

/** Where a system stands: its origin, and the path in front of every request's, without a slash at its end. */
export interface Address {
  readonly origin: string;
  readonly prefix: string;
}

/**
 * Reads a base address such as `https://perizinan.example/index.php`.
 * @throws SpecMistake, which does not repeat the address: it may hold a secret that should not be there.
 */
export function readAddress(text: string): Address {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new SpecMistake('rest', 'is not an address', 'write it like: https://perizinan.example/index.php');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '') {
    throw new SpecMistake('rest', 'is more than an address', 'a user, a password or a key belongs under auth');
  }
  return { origin: url.origin, prefix: url.pathname.replace(/\/$/, '') };
}
