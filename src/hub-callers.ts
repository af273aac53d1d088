import type { IncomingHttpHeaders } from 'node:http';
import { systemClock } from './base/clock.ts';
import type { GatewayOptions } from './gateway/index.ts';
import type { HubParts } from './hub.ts';
import {
  type Caller,
  createAppAdmission,
  createAppTokenSigner,
  createTokenVerifier,
  listIssuers,
  type Mandate,
} from './identity/index.ts';
import { createSubgraphContext, type SubgraphContext } from './subgraph/index.ts';

/** How requests become what subgraphs are asked with. */
export interface HubCallers {
  /** Without a promise for whoever is known: the token was verified a moment ago, applications are in memory. */
  contextOf(headers: IncomingHttpHeaders): SubgraphContext | Promise<SubgraphContext>;
  /** Where applications get tokens of their own; undefined without a register or a key. */
  readonly oauth: GatewayOptions['oauth'];
}

/** Wires the verifier of tokens, the admission of applications and the tokens that the hub itself gives them. */
export function createHubCallers({ config, apps, appTokenKey, clock = systemClock }: HubParts): HubCallers {
  const audience = config.audience ?? '';
  const verifier = createTokenVerifier({
    issuers: listIssuers(config),
    ...(apps && appTokenKey && { appTokens: { key: appTokenKey, audience } }),
    clock,
  });
  const admission = apps && createAppAdmission(apps, clock);
  const enter = (caller: Caller, headers: IncomingHttpHeaders): SubgraphContext => {
    if (!admission) return createSubgraphContext(mandateOf(caller, undefined, true));
    const admitted = admission.admit(caller, headers['hub-purpose']);
    return createSubgraphContext(mandateOf(admitted.caller, admitted.purpose, admitted.app?.party === 'city'));
  };
  return {
    contextOf: (headers) => {
      const known = verifier.findKnown(headers.authorization);
      if (known) return enter(known, headers);
      return verifier.verify(headers.authorization).then((caller) => enter(caller, headers));
    },
    oauth: apps && appTokenKey && { apps, signer: createAppTokenSigner(appTokenKey, audience, clock), clock },
  };
}

function mandateOf(caller: Caller, purpose: string | undefined, isConsented: boolean): Mandate {
  return { caller, purpose, openCase: undefined, isConsented, basis: isConsented ? 'self' : undefined };
}
