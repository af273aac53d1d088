import type { KeyObject } from 'node:crypto';
import { readEd25519Private, readEd25519Public } from '../base/ed25519-key.ts';

const FIX = 'The hub prints its public key with: npm run -s hub -- audit key';

/** Reads the key that signs checkpoints. @throws HubError CONFIG_INVALID, which does not repeat the text. */
export function readAuditSigningKey(text: string): KeyObject {
  return readEd25519Private(text, { name: 'HUB_AUDIT_SIGNING_KEY', fix: FIX });
}

/** Reads the key that checks them. @throws HubError CONFIG_INVALID */
export function readAuditPublicKey(text: string): KeyObject {
  return readEd25519Public(text, { name: 'The public key of the access log', fix: FIX });
}
