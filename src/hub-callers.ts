import type { IncomingHttpHeaders } from 'node:http';
import { systemClock } from './base/clock.ts';
import { HubError } from './base/hub-error.ts';
import type { GatewayOptions } from './gateway/index.ts';
import type { HubParts } from './hub.ts';
import {
  type Caller,
  type CaseDesk,
  createAppAdmission,
  createAppTokenSigner,
  createMandates,
  createTokenVerifier,
  listIssuers,
  type Mandate,
} from './identity/index.ts';
import { createSubgraphContext, type SubgraphContext } from './subgraph/index.ts';

/** How requests become what subgraphs are asked with. */
export interface HubCallers {
  /** Without a promise for a known citizen: his token was verified a moment ago, applications are in memory. */
  contextOf(headers: IncomingHttpHeaders): SubgraphContext | Promise<SubgraphContext>;
  /** A fresh context for the next event of a stream. @throws HubError APP_UNKNOWN once the application is revoked */
  renewContext(context: object): SubgraphContext;
  /** When a stream ends: with its token, or sooner where what allows it may be taken back. */
  expiryOf(context: object): number | undefined;
  /** Until when who sends these headers is an operator. @throws HubError for a token or an application that is not let in */
  findOperator(headers: IncomingHttpHeaders): Promise<{ readonly expiresMs: number } | undefined>;
  /** Where applications get tokens of their own. */
  readonly oauth: GatewayOptions['oauth'];
}

/** Consent and cases are looked at when a stream begins, so it begins anew after this time. */
const REVOCABLE_STREAM_MS = 60_000;

/** Wires the verifier of tokens, the admission of applications and the mandates of requests. */
export function createHubCallers(parts: HubParts, cases: CaseDesk): HubCallers {
  const { config, apps, appTokenKey, privacy, clock = systemClock } = parts;
  const audience = config.audience ?? '';
  const verifier = createTokenVerifier({
    issuers: listIssuers(config),
    appTokens: { key: appTokenKey, audience },
    clock,
  });
  const admission = createAppAdmission(apps, clock);
  const mandates = createMandates({ admission, cases, consents: privacy.consents, clock });
  const enter = (caller: Caller, headers: IncomingHttpHeaders): SubgraphContext | Promise<SubgraphContext> => {
    const mandate = mandates.of(caller, headers);
    return mandate instanceof Promise ? mandate.then(createSubgraphContext) : createSubgraphContext(mandate);
  };
  const findOperator: HubCallers['findOperator'] = async (headers) => {
    const { caller } = await enter(await verifier.verify(headers.authorization), headers);
    return caller.kind === 'staff' && caller.roles.has('operator') ? caller : undefined;
  };
  return {
    findOperator,
    contextOf: (headers) => {
      const known = verifier.findKnown(headers.authorization);
      if (known) return enter(known, headers);
      return verifier.verify(headers.authorization).then((caller) => enter(caller, headers));
    },
    renewContext: (context) => {
      const { caller } = context as SubgraphContext;
      if (caller.kind !== 'anonymous' && !apps.find(caller.app))
        throw new HubError('APP_UNKNOWN', 'The application has been revoked.');
      return createSubgraphContext(context as SubgraphContext);
    },
    expiryOf: (context) => expiryOf(context as SubgraphContext, clock.now()),
    oauth: { apps, signer: createAppTokenSigner(appTokenKey, audience, clock), clock },
  };
}

function expiryOf({ caller, openCase, basis }: Mandate, nowMs: number): number | undefined {
  if (caller.kind === 'anonymous') return undefined;
  if (!openCase && basis !== 'consent') return caller.expiresMs;
  return Math.min(caller.expiresMs, openCase?.untilMs ?? caller.expiresMs, nowMs + REVOCABLE_STREAM_MS);
}
