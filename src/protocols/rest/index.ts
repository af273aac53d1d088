/**
 * The REST protocol: JSON over HTTP on kept connections, asked by JSON or a form, page by page where an answer comes so,
 * of systems that authenticate by header, password, token, signature, a log-in of their own or OAuth 2.0 client
 * credentials. It refuses to follow redirects, to cut a list of many pages short, to guess at broken JSON that the
 * connector file does not name, and to repeat anything of a request or an answer in an error.
 */

import { createTransport, probeAddress, type Transport } from '../../outbound/index.ts';
import { type Protocol, type Source, SpecMistake } from '../protocol.ts';
import { type Address, readAddress } from './address.ts';
import { type AuthenticationSpec, createAuthentication } from './authentication.ts';
import { checkOperation, hasPath } from './check-operation.ts';
import type { DecryptSpec } from './decrypt.ts';
import { findPages } from './paging/pages-spec.ts';
import type { Tolerance } from './parse-answer.ts';
import { prepareCall, preparePages, type RestSource } from './prepare-call.ts';
import { listRequestParameters } from './request-template.ts';

export const rest: Protocol = {
  name: 'rest',
  open: (spec, limits): Source => {
    const { auth, decrypt, tolerate = [] } = spec as SourceSpec;
    if (!hasPath(decrypt)) throw new SpecMistake('decrypt', 'has a path that is none', 'write it like: path: data');
    const address = readAddress(String(spec.rest));
    const transport = withPrefix(createTransport(address.origin, limits), address);
    const source: RestSource = {
      address,
      transport,
      authentication: createAuthentication(auth, transport, address),
      tolerate: new Set(tolerate),
      decrypt,
      timeoutMs: limits.timeoutMs,
    };
    return {
      prepare: (operation) => prepareCall(operation, source),
      preparePages: (operation) => preparePages(operation, source),
      close: () => transport.close(),
    };
  },
  probe: (spec, { timeoutMs }) => probeAddress(readAddress(String(spec.rest)).origin, timeoutMs),
  checkOperation,
  listParameters: (operation) => {
    const { all, addressed } = listRequestParameters(operation);
    // Nobody gives the number of a page: it is counted here.
    const isGiven = (name: string) => name !== findPages(operation)?.parameter;
    return { all: all.filter(isGiven), addressed: addressed.filter(isGiven) };
  },
};

/** The keys of a source whose shape has been checked. */
interface SourceSpec {
  readonly auth?: AuthenticationSpec;
  readonly decrypt?: DecryptSpec;
  readonly tolerate?: readonly Tolerance[];
}

/** Puts the path of the address in front of every request's. */
function withPrefix(transport: Transport, { prefix }: Address): Transport {
  if (prefix === '') return transport;
  return { ...transport, send: (request) => transport.send({ ...request, path: prefix + request.path }) };
}
