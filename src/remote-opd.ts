import { type ErrorCode, errorCodes, HubError } from './base/hub-error.ts';
import { createHttpLink, type HttpLink, type SubgraphFault } from './federation/index.ts';
import type { SubgraphTokenSigner } from './identity/index.ts';
import type { CallFailure } from './outbound/index.ts';
import { adoptTrail, type SubgraphContext } from './subgraph/index.ts';

/** Reaches an OPD's own subgraph so that clients see no difference to one that runs in the hub's process. */
export function createRemoteOpdLink(opd: string, url: string, signer: SubgraphTokenSigner): HttpLink {
  return createHttpLink({
    name: opd,
    url,
    headersOf: async (context) => {
      const token = await signer.sign(context as SubgraphContext, opd);
      return { values: { authorization: `Bearer ${token}` }, callerKey: token };
    },
    failureOf: (failure) => describeFailure(failure, opd),
    faultOf: reviveFault,
    noteExtensions: (extensions, context) => adoptTrail(opd, extensions, context as SubgraphContext),
  });
}

function describeFailure({ kind, message, retryAfterSeconds }: CallFailure, opd: string): HubError {
  return new HubError(kind === 'badAnswer' ? 'OPD_BAD_ANSWER' : 'OPD_UNAVAILABLE', `${opd}: ${message}.`, {
    opd,
    retryable: kind !== 'badAnswer',
    fix: 'Try again later; the other OPDs answered.',
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

/** An error that the subgraph's hub code wrote for clients is one again here; any other keeps its place and loses the rest. */
function reviveFault(fault: SubgraphFault): SubgraphFault {
  const { code, opd, retryAfter, fix } = fault.extensions ?? {};
  const known: ErrorCode | undefined = errorCodes.find((one) => one === code);
  const originalError = known
    ? new HubError(known, fault.message, {
        ...(typeof opd === 'string' && { opd }),
        ...(typeof fix === 'string' && { fix }),
        ...(typeof retryAfter === 'number' && { retryAfterSeconds: retryAfter }),
      })
    : new Error('The subgraph gave an error without a code of the hub');
  return { message: fault.message, path: fault.path, originalError };
}
