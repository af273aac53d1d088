import { closest, distance } from 'fastest-levenshtein';
import type { OperationMistake } from '../protocol.ts';
import type { Part } from './wsdl/content.ts';
import type { SoapOperation, SoapOperations } from './wsdl/read-operations.ts';

/** What of an operation does not fit its WSDL. */
export function checkOperation(
  { call, body, form }: Readonly<Record<string, unknown>>,
  operations: SoapOperations,
): readonly OperationMistake[] {
  if (typeof call !== 'string')
    return [
      { key: 'source', message: 'is a SOAP service, and there is no "call"', suggestion: 'write call: <operation>' },
    ];
  if (form !== undefined) return [{ key: 'form', message: 'is for get and post', suggestion: 'write body: { … }' }];
  const operation = operations.get(call);
  if (!operation)
    return [
      { key: 'call', message: 'is no operation of the WSDL', suggestion: nameNearest(call, [...operations.keys()]) },
    ];
  if ('refusal' in operation)
    return [
      { key: 'call', message: operation.refusal, suggestion: 'the hub speaks document/literal, one element each way' },
    ];
  return checkBody(operation, body ?? {});
}

function checkBody({ input }: SoapOperation, body: unknown): OperationMistake[] {
  const mistakes: OperationMistake[] = [];
  checkPart(input, body, '', mistakes);
  return mistakes;
}

function checkPart(part: Part, template: unknown, path: string, mistakes: OperationMistake[]): void {
  const add = (message: string, suggestion: string) => mistakes.push({ key: 'body', message, suggestion });
  if (Array.isArray(template)) {
    if (!part.isList) add(`has a list at ${path}`, 'the WSDL takes one value there');
    for (const item of template) checkPart(part, item, path, mistakes);
    return;
  }
  const content = part.findContent();
  if (typeof template !== 'object' || template === null) {
    if (content && content.children.size > 0)
      add(`has a value at ${path}`, `write a map of ${listNames(content.children)}`);
    return;
  }
  if (!content) {
    if (path !== '') add(`has a map at ${path}`, 'the WSDL takes one value there');
    else for (const name of Object.keys(template)) add(`has "${name}", which the WSDL does not take`, 'leave it out');
    return;
  }
  for (const [name, item] of Object.entries(template)) {
    const child = content.children.get(name);
    const at = path === '' ? name : `${path}.${name}`;
    if (child) checkPart(child, item, at, mistakes);
    else add(`has "${at}", which the WSDL does not take`, nameNearest(name, [...content.children.keys()]));
  }
  for (const child of content.children.values()) {
    if (!child.isRequired || Object.hasOwn(template, child.name)) continue;
    add(`lacks "${path === '' ? child.name : `${path}.${child.name}`}", which the WSDL requires`, 'give it a value');
  }
}

function listNames(children: ReadonlyMap<string, Part>): string {
  return [...children.keys()].join(', ');
}

/** The name that was probably meant, else those that exist. */
function nameNearest(wrong: string, known: readonly string[]): string {
  if (known.length === 0) return 'leave it out: it takes nothing';
  const nearest = closest(wrong, [...known]);
  const isNear = distance(wrong.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, Math.floor(wrong.length / 3));
  return isNear ? `did you mean ${nearest}?` : `one of: ${[...known].sort().join(', ')}`;
}
