import type { KeyObject } from 'node:crypto';
import { fingerprintOf, readEd25519Private, readEd25519Public } from '../base/ed25519-key.ts';

/** A key of a pair with which the hub signs (Ed25519): for a caller to a subgraph on another server, or for an application. */
export interface SubgraphKey {
  /** The same for both halves of a pair. */
  readonly id: string;
  readonly key: KeyObject;
}

const FIX = 'The hub prints its public key with: npm run -s hub -- subgraph key';

/** Reads a private key. @throws HubError CONFIG_INVALID, which does not repeat the text. */
export function readSigningKey(text: string, setting = 'HUB_SUBGRAPH_SIGNING_KEY'): SubgraphKey {
  return named(readEd25519Private(text, { name: setting, fix: FIX }));
}

/** Reads a public key. @throws HubError CONFIG_INVALID */
export function readHubKey(text: string): SubgraphKey {
  return named(readEd25519Public(text, { name: 'HUB_SUBGRAPH_HUB_KEYS', fix: FIX }));
}

function named(key: KeyObject): SubgraphKey {
  return { id: fingerprintOf(key), key };
}
