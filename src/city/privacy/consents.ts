import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { ConsentRecord } from '../../ports/consent-store.ts';
import type { Consent } from '../generated/resolver-types.ts';

/** A consent as the graph shows it. */
export function describeConsent(record: ConsentRecord, nameOfApp: (id: string) => string, nowMs: number): Consent {
  const { id, app, scopes, purpose, textVersion, givenAtMs, untilMs, withdrawnAtMs } = record;
  return {
    id,
    app: nameOfApp(app),
    scopes: [...scopes],
    purpose,
    textVersion,
    givenOn: formatJakartaInstant(givenAtMs),
    until: formatJakartaInstant(untilMs),
    withdrawnOn: withdrawnAtMs === undefined ? null : formatJakartaInstant(withdrawnAtMs),
    inForce: withdrawnAtMs === undefined && nowMs < untilMs,
  };
}
