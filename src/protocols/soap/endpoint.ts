import { SpecMistake } from '../protocol.ts';

/** Where a service listens. */
export interface Endpoint {
  readonly origin: string;
  /** Path and query: some frameworks tell their services apart by the query. */
  readonly path: string;
}

/** @throws SpecMistake, which does not repeat the address: it may hold a secret that should not be there. */
export function readEndpoint(text: string): Endpoint {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new SpecMistake('soap', 'is not an address', 'write it like: https://kir.example/service.php');
  if (url.username !== '' || url.password !== '')
    throw new SpecMistake('soap', 'is more than an address', 'a user and a password belong under auth');
  if (/^\?wsdl$/i.test(url.search))
    throw new SpecMistake('soap', "is the WSDL's address", 'write the address without ?wsdl; the WSDL is a file here');
  return { origin: url.origin, path: url.pathname + url.search };
}
