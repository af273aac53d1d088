import { CallFailure } from '../../outbound/index.ts';

/** A fault as a connector file's cases see it. */
export interface SoapFault {
  /** Its most telling code, without prefix: of `soap:Client.NotFound` or of a subcode `tns:NotFound` it is `NotFound`. */
  readonly code: string;
  readonly reason: string;
  /** All its codes, from the general one on. */
  readonly codes: readonly string[];
}

// OASIS WSS SOAP Message Security 1.1, section 12, and the example of SOAP 1.1, section 4.4.1.
const SECURITY_CODES: ReadonlySet<string> = new Set([
  'FailedAuthentication',
  'FailedCheck',
  'InvalidSecurity',
  'InvalidSecurityToken',
  'SecurityTokenUnavailable',
  'Authentication',
]);
const SERVICE_CODES: ReadonlySet<string> = new Set(['Server', 'Receiver']);

/** Reads the content of a Fault element, of SOAP 1.1 or 1.2. */
export function readFault(value: unknown): SoapFault {
  const codes = 'faultcode' in asRecord(value) ? listDotted(at(value, 'faultcode')) : listNested(at(value, 'Code'));
  const reason = textOf(at(value, 'faultstring')) || textOf(first(at(at(value, 'Reason'), 'Text')));
  return { code: codes.at(-1) ?? '', codes, reason: reason.trim() };
}

/** What a fault means that no case of the connector file names; its text stays out of it. */
export function describeFault({ codes }: SoapFault): CallFailure {
  if (codes.some((code) => SECURITY_CODES.has(code)))
    return new CallFailure('denied', "a fault that refuses the hub's credentials");
  if (codes.some((code) => SERVICE_CODES.has(code))) return new CallFailure('unavailable', 'a fault of its own');
  return new CallFailure('badAnswer', 'a fault that calls the question wrong');
}

type Cases = readonly { readonly when: Readonly<Record<string, unknown>> }[];

/** Compiles which faults are answers: those that a case names by `fault.code` or `fault.reason`, and by nothing else. */
export function compileFaultCases(cases: unknown): (fault: SoapFault) => boolean {
  const wanted = (Array.isArray(cases) ? (cases as Cases) : []).map(({ when }) => Object.entries(when));
  return (fault) => wanted.some((when) => when.every(([path, value]) => fits(findPlace(fault, path), value)));
}

function findPlace({ code, reason }: SoapFault, path: string): string {
  if (path === 'fault.code') return code;
  return path === 'fault.reason' ? reason : '';
}

/** As the conditions of a connector file fit: nothing is never a value. */
function fits(text: string, wanted: unknown): boolean {
  if (text === '' || wanted === 'present') return text !== '';
  return (Array.isArray(wanted) ? wanted : [wanted]).some((one) => String(one) === text);
}

/** SOAP 1.1 refines a code by dots: `soap:Client.NotFound`. */
function listDotted(code: unknown): string[] {
  const text = textOf(code).trim();
  return text.slice(text.indexOf(':') + 1).split('.');
}

/** SOAP 1.2 refines a code by codes inside it. */
function listNested(code: unknown): string[] {
  const codes: string[] = [];
  for (let inner = code; typeof inner === 'object' && inner !== null; inner = at(inner, 'Subcode')) {
    const text = textOf(at(inner, 'Value')).trim();
    codes.push(text.slice(text.indexOf(':') + 1));
  }
  return codes;
}

function at(value: unknown, name: string): unknown {
  return asRecord(value)[name];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
