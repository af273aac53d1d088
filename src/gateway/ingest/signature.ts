import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a delivery says of itself. */
export interface DeliverySignature {
  readonly timestampSeconds: number;
  /** 64 hexadecimal digits. */
  readonly hex: string;
}

/** Reads `X-Hub-Timestamp` and `X-Hub-Signature: sha256=…`; undefined when one is missing or malformed. */
export function readSignature(headers: IncomingHttpHeaders): DeliverySignature | undefined {
  const timestamp = headers['x-hub-timestamp'];
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(String(headers['x-hub-signature'] ?? ''))?.[1]?.toLowerCase();
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp) || hex === undefined) return undefined;
  return { timestampSeconds: Number(timestamp), hex };
}

/** Whether a body was signed with this secret for this target; takes the same time whatever is wrong. */
export function isSignedBy(
  secret: string,
  signature: DeliverySignature | undefined,
  target: string,
  body: Buffer,
): boolean {
  const expected = createHmac('sha256', secret)
    .update(`${signature?.timestampSeconds ?? 0}.${target}.`)
    .update(body)
    .digest();
  const given = Buffer.from(signature?.hex ?? '0'.repeat(64), 'hex');
  return timingSafeEqual(expected, given) && signature !== undefined;
}
