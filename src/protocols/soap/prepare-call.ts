import { CallFailure, type HttpAnswer, type Transport } from '../../outbound/index.ts';
import type { Call, OperationSpec } from '../protocol.ts';
import { refuseStatus } from '../rest/refuse-status.ts';
import type { SoapAuthentication } from './authentication.ts';
import type { Endpoint } from './endpoint.ts';
import { compileEnvelope } from './envelope.ts';
import { compileFaultCases, describeFault, readFault, type SoapFault } from './fault.ts';
import { type Envelope, readEnvelope } from './read-envelope.ts';
import type { Part } from './wsdl/content.ts';
import type { SoapOperation, SoapVersion } from './wsdl/read-operations.ts';
import { BrokenXml } from './xml/broken-xml.ts';

/** An open source: where its calls go, and how it lets the hub in. */
interface Service {
  readonly transport: Transport;
  readonly endpoint: Endpoint;
  readonly authentication: SoapAuthentication;
}

/** Prepares the calls of one operation: its envelope, its headers and which faults are answers to it. */
export function prepareCall({ spec, isRead }: OperationSpec, operation: SoapOperation, service: Service): Call {
  const { transport, endpoint, authentication } = service;
  const { version, action, output } = operation;
  const headers = { ...HEADERS[version](action), ...authentication.headers };
  const envelopeOf = compileEnvelope(operation, spec.body);
  const isAnswer = compileFaultCases(spec.cases);
  return async (args, deadlineMs) => {
    const until = deadlineMs === undefined ? {} : { deadlineMs };
    const body = envelopeOf(args, authentication.writeHeader());
    const answer = await transport.send({ method: 'POST', path: endpoint.path, headers, body, isRead, ...until });
    const fault = FAULT_STATUSES.has(answer.status) ? findFault(answer, output) : undefined;
    if (fault) return passFault(fault, isAnswer);
    refuseStatus(answer);
    const { name, value } = readAnswer(answer, output);
    if (name === 'Fault') return passFault(readFault(value), isAnswer);
    if (name !== output.name) throw new CallFailure('badAnswer', 'the answer of another operation');
    return value;
  };
}

const HEADERS: Readonly<Record<SoapVersion, (action: string) => Record<string, string>>> = {
  '1.1': (action) => ({ 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` }),
  '1.2': (action) => ({ 'content-type': `application/soap+xml; charset=utf-8; action="${action}"` }),
};

// SOAP 1.1 sends every fault with 500; 1.2 those of the sender with 400.
const FAULT_STATUSES: ReadonlySet<number> = new Set([400, 500]);

/** The fault in an answer whose status may be that of one; any other page is told by its status. */
function findFault(answer: HttpAnswer, output: Part): SoapFault | undefined {
  try {
    const { name, value } = readEnvelope(answer.text, output);
    return name === 'Fault' ? readFault(value) : undefined;
  } catch (error) {
    if (error instanceof BrokenXml) return undefined;
    throw error;
  }
}

/** @throws CallFailure for a fault that no case of the operation names. */
function passFault(fault: SoapFault, isAnswer: (fault: SoapFault) => boolean): unknown {
  if (!isAnswer(fault)) throw describeFault(fault);
  return { fault: { code: fault.code, reason: fault.reason } };
}

function readAnswer({ text }: HttpAnswer, output: Part): Envelope {
  // What the transport writes for bytes that are not UTF-8: a name with such a letter in it would be garbled.
  if (text.includes('\uFFFD')) throw new CallFailure('badAnswer', 'text that is not UTF-8');
  try {
    return readEnvelope(text, output);
  } catch (error) {
    if (error instanceof BrokenXml) throw new CallFailure('badAnswer', error.message);
    throw error;
  }
}
