import { HubError } from '../../base/hub-error.ts';
import type { CallArguments } from '../protocol.ts';
import type { Part } from './wsdl/content.ts';
import type { SoapOperation, SoapVersion } from './wsdl/read-operations.ts';
import { encodeText, isXmlText } from './xml/text.ts';

const ENVELOPES: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const PARAMETER = /^:([A-Za-z_]\w*)$/;

/** @throws HubError BAD_USER_INPUT for an argument that cannot stand in XML. */
export type BuildEnvelope = (args: CallArguments, header: string) => string;

/** The parameters that a body template takes, each once. */
export function listBodyParameters(template: unknown): string[] {
  if (typeof template === 'string') return [...(PARAMETER.exec(template)?.slice(1) ?? [])];
  if (typeof template !== 'object' || template === null) return [];
  return [...new Set(Object.values(template).flatMap(listBodyParameters))];
}

type Write = (args: CallArguments) => string;

/**
 * Compiles the body of an operation: its keys are the elements, written in the order of the schema. `":name"` becomes that
 * argument as text; one that is null is left out where the schema lets it be, and sent empty where not.
 */
export function compileEnvelope({ version, input }: SoapOperation, body: unknown): BuildEnvelope {
  const open = `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPES[version]}">`;
  const pieces = mergeTexts(compilePart({ ...input, isRequired: true }, body ?? {}, undefined));
  return (args, header) => {
    let text = `${open}${header}<soap:Body>`;
    for (const piece of pieces) text += typeof piece === 'string' ? piece : piece(args);
    return `${text}</soap:Body></soap:Envelope>`;
  };
}

/** The texts and writers of one element; `outer` is the default namespace around it. */
function compilePart(part: Part, template: unknown, outer: string | undefined): (string | Write)[] {
  if (Array.isArray(template)) return template.flatMap((item) => compilePart(part, item, outer));
  const open = part.namespace === (outer ?? '') ? part.name : `${part.name} xmlns="${encodeText(part.namespace)}"`;
  const close = `</${part.name}>`;
  if (typeof template === 'object' && template !== null) {
    const given = new Map(Object.entries(template));
    const children = [...(part.findContent()?.children.values() ?? [])];
    const inner = children.flatMap((child) =>
      given.has(child.name) ? compilePart(child, given.get(child.name), part.namespace) : [],
    );
    return [`<${open}>`, ...inner, close];
  }
  const empty = part.isNillable ? `<${open} xmlns:xsi="${XSI}" xsi:nil="true"/>` : `<${open}/>`;
  const absent = part.isRequired ? empty : '';
  const parameter = typeof template === 'string' ? PARAMETER.exec(template)?.[1] : undefined;
  if (parameter === undefined) {
    const text = typeof template === 'string' ? template.replace(/^::/, ':') : String(template ?? '');
    return template === null ? [absent] : [`<${open}>${encodeText(text)}${close}`];
  }
  return [
    (args) => {
      const value = args[parameter] ?? null;
      return value === null ? absent : `<${open}>${encodeArgument(value, parameter)}${close}`;
    },
  ];
}

/** @throws HubError BAD_USER_INPUT */
function encodeArgument(value: NonNullable<CallArguments[string]>, name: string): string {
  const text = String(value);
  if (typeof value === 'object' || !isXmlText(text))
    throw new HubError('BAD_USER_INPUT', `The value of :${name} cannot stand in XML.`);
  return encodeText(text);
}

function mergeTexts(pieces: readonly (string | Write)[]): (string | Write)[] {
  const merged: (string | Write)[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return merged;
}
