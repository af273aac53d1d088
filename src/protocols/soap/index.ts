/**
 * The SOAP protocol: document/literal calls of SOAP 1.1 and 1.2 by a WSDL that lies beside the connector file, over kept
 * connections, with WS-Security's UsernameToken where asked for. It refuses to fetch a WSDL or schema, to go where the
 * WSDL says instead of where the setting says, to read a DOCTYPE, to turn a number into anything but the text that was
 * sent, and to repeat anything of a request, an answer or a fault in an error.
 */
import { isAbsolute } from 'node:path';
import { createTransport, probeAddress } from '../../outbound/index.ts';
import { type OperationSpec, type Protocol, type Source, SpecMistake } from '../protocol.ts';
import { createSoapAuthentication, type SoapAuthenticationSpec } from './authentication.ts';
import { checkOperation } from './check-operation.ts';
import { readEndpoint } from './endpoint.ts';
import { listBodyParameters } from './envelope.ts';
import { prepareCall } from './prepare-call.ts';
import { openWsdl } from './wsdl/open-wsdl.ts';
import type { SoapOperation, SoapOperations } from './wsdl/read-operations.ts';

export const soap: Protocol = {
  name: 'soap',
  fileKeys: ['wsdl'],
  open: (spec, limits): Source => {
    const endpoint = readEndpoint(String(spec.soap));
    const operations = readWsdl(spec);
    const authentication = createSoapAuthentication(spec.auth as SoapAuthenticationSpec | undefined);
    const transport = createTransport(endpoint.origin, limits);
    return {
      prepare: (operation) =>
        prepareCall(operation, findOperation(operations, operation), { transport, endpoint, authentication }),
      close: () => transport.close(),
    };
  },
  probe: (spec, { timeoutMs }) => probeAddress(readEndpoint(String(spec.soap)).origin, timeoutMs),
  checkOperation: (operation, source) => {
    const operations = findReadable(source);
    // A WSDL that cannot be read is reported where it is opened.
    return operations ? checkOperation(operation, operations) : [];
  },
  listParameters: ({ body }) => ({ all: listBodyParameters(body), addressed: [] }),
};

/** Files already read, by the source that names them: it is opened and its operations are checked one by one. */
const read = new WeakMap<object, SoapOperations>();

/** @throws SpecMistake */
function readWsdl(source: Readonly<Record<string, unknown>>): SoapOperations {
  const known = read.get(source);
  if (known) return known;
  const path = String(source.wsdl);
  if (!isAbsolute(path)) throw new SpecMistake('wsdl', 'is not a file beside this file', 'write its name: kir.wsdl');
  const operations = openWsdl(path);
  read.set(source, operations);
  return operations;
}

function findReadable(source: Readonly<Record<string, unknown>>): SoapOperations | undefined {
  try {
    return readWsdl(source);
  } catch (error) {
    if (error instanceof SpecMistake) return undefined;
    throw error;
  }
}

function findOperation(operations: SoapOperations, { spec }: OperationSpec): SoapOperation {
  const [mistake] = checkOperation(spec, operations);
  const found = operations.get(String(spec.call));
  if (!mistake && found && !('refusal' in found)) return found;
  throw new SpecMistake('call', mistake?.message ?? 'is no operation of the WSDL', mistake?.suggestion ?? '');
}
