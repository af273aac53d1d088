import { readFileSync } from 'node:fs';
import { HubError } from '../../../base/hub-error.ts';
import { nameParameter } from '../guess/name-field.ts';
import { inventExample } from '../samples/invent-example.ts';
import type { DeclaredType, ScaffoldSource, SketchParameter, SourceSketch } from '../source-sketch.ts';
import { pickChoice } from './pick-choice.ts';
import { readWsdl, type Wsdl, type WsdlOperation } from './wsdl-operations.ts';
import { parseXmlDocument, type XmlElement } from './xml-document.ts';
import type { MessagePart } from './xsd-elements.ts';

/** Opens a WSDL, with an answer of the service where there is one. @throws HubError BAD_USER_INPUT */
export function openWsdl(path: string, answerPath: string | undefined): ScaffoldSource {
  const wsdl = readWsdl(path);
  if (wsdl.operations.length === 0)
    throw new HubError('BAD_USER_INPUT', 'The WSDL describes no operation that sends one element and gets one back', {
      fix: "Save it from the service's address with ?wsdl behind it, and what it imports beside it.",
    });
  const answer = answerPath === undefined ? undefined : readBody(readFileSync(answerPath, 'utf8'));
  const fitting = answer ? wsdl.operations.filter(({ output }) => output.name === answer.name) : wsdl.operations;
  if (fitting.length === 0)
    throw new HubError('BAD_USER_INPUT', 'The XML answer fits no operation of the WSDL', {
      fix: `It must hold one of: ${wsdl.operations.map(({ output }) => output.name).join(', ')}.`,
    });
  const choices = fitting.map(({ name }) => name);
  return {
    kind: 'soap',
    flag: '--operation',
    choices,
    sketch: async (choice) => {
      const name = pickChoice(choice, choices, '--operation');
      const operation = fitting.find((one) => one.name === name) as WsdlOperation;
      return sketchCall(wsdl, operation, answer);
    },
    close: async () => {},
  };
}

function sketchCall(wsdl: Wsdl, { name, input, output }: WsdlOperation, answer: XmlElement | undefined): SourceSketch {
  const parameters = listParameters(input);
  return {
    kind: 'soap',
    subject: rowSubject(output) ?? name,
    describe: `Layanan SOAP, operasi ${name}`,
    answer: answer ? asValue(answer, output) : inventValue(output),
    isInvented: answer === undefined,
    rows: undefined,
    declared: new Map(listDeclared(output)),
    parameters,
    key: undefined,
    source: { wsdl: wsdl.file },
    auth: undefined,
    attachments: wsdl.files,
    notes: [],
    request: () => ({ call: name, body: buildBody(input, '') }),
  };
}

/** What one of the answer's lists, or its only part, is called. */
function rowSubject(output: MessagePart): string | undefined {
  return output.children.find(({ isList }) => isList)?.name ?? output.children.find((one) => one.children.length)?.name;
}

function listParameters(part: MessagePart): SketchParameter[] {
  return part.children.flatMap((child) =>
    child.children.length > 0
      ? listParameters(child)
      : [{ name: child.name, parameter: nameParameter(child.name), declared: child.declared, isAddressed: false }],
  );
}

function buildBody(part: MessagePart, name: string): Record<string, unknown> {
  return Object.fromEntries(
    part.children.map((child) => [
      child.name,
      child.children.length > 0 ? buildBody(child, `${name}${child.name}.`) : `:${nameParameter(child.name)}`,
    ]),
  );
}

function listDeclared(part: MessagePart): [string, DeclaredType][] {
  return part.children.flatMap((child) => [
    ...(child.declared ? [[child.name, child.declared] as [string, DeclaredType]] : []),
    ...listDeclared(child),
  ]);
}

/** The element in the body of an envelope, or the document itself. */
function readBody(text: string): XmlElement {
  const root = parseXmlDocument(text);
  if (root.name !== 'Envelope') return root;
  const content = root.children.find(({ name }) => name === 'Body')?.children[0];
  if (content) return content;
  throw new HubError('BAD_USER_INPUT', 'The SOAP envelope has an empty body', {
    fix: 'Record an answer with records.',
  });
}

/** As the SOAP protocol reads it: all text, lists where the schema says so. */
function asValue(element: XmlElement, part: MessagePart | undefined): unknown {
  if (/^(?:true|1)$/.test(element.attributes.nil ?? '')) return null;
  if (element.children.length === 0 && !part?.children.length) return element.text;
  const value: Record<string, unknown> = {};
  for (const child of part?.children ?? []) if (child.isList) value[child.name] = [];
  for (const child of element.children) {
    const known = value[child.name];
    const inner = asValue(
      child,
      part?.children.find(({ name }) => name === child.name),
    );
    if (Array.isArray(known)) known.push(inner);
    else value[child.name] = known === undefined ? inner : [known, inner];
  }
  return value;
}

function inventValue(part: MessagePart): unknown {
  if (part.children.length === 0) return String(inventExample(part.name, part.declared));
  return Object.fromEntries(
    part.children.map((child) => [child.name, child.isList ? [inventValue(child)] : inventValue(child)]),
  );
}
