import { type Handle, text } from '../../../outbound/testing/loopback.ts';

/** Where the WSDL of the tests lies. */
export const WSDL_PATH = new URL('./izin.wsdl', import.meta.url).pathname;

const ENVELOPE_11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const ENVELOPE_12 = 'http://www.w3.org/2003/05/soap-envelope';

/** An envelope of SOAP 1.1 with this in its body, prefixes as a Java service writes them. */
export function envelope(body: string, attributes = ''): string {
  const open = `<soapenv:Envelope xmlns:soapenv="${ENVELOPE_11}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  return `<?xml version="1.0"?>\n${open}${attributes}>\n  <soapenv:Header/>\n  <soapenv:Body>${body}</soapenv:Body>\n</soapenv:Envelope>`;
}

/** The body of an answer of the operation Cari. */
export function found(content: string): string {
  return envelope(`<n:CariHasil xmlns:n="urn:izin">${content}</n:CariHasil>`);
}

/** Answers with XML. */
export function xml(body: string, status = 200): Handle {
  return text(body, status, { 'content-type': 'text/xml; charset=utf-8' });
}

/** Answers with a fault of SOAP 1.1. */
export function fault11(code: string, reason: string, status = 500): Handle {
  const fault = `<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${reason}</faultstring></soapenv:Fault>`;
  return xml(envelope(fault), status);
}

/** Answers with a fault of SOAP 1.2. */
export function fault12(code: string, subcode: string, reason: string, status: number): Handle {
  const inner = `<e:Subcode><e:Value xmlns:x="urn:x">x:${subcode}</e:Value></e:Subcode>`;
  const fault = `<e:Fault><e:Code><e:Value>e:${code}</e:Value>${inner}</e:Code><e:Reason><e:Text xml:lang="id">${reason}</e:Text></e:Reason></e:Fault>`;
  return xml(`<e:Envelope xmlns:e="${ENVELOPE_12}"><e:Body>${fault}</e:Body></e:Envelope>`, status);
}
