import type { Content, Part } from './wsdl/content.ts';
import { BrokenXml } from './xml/broken-xml.ts';
import { localName, parseXml } from './xml/parse-xml.ts';

/** The one element in the body of an answer; namespaces and attributes are left out. */
export interface Envelope {
  readonly name: string;
  /** Text, null, or what the element holds by name. */
  readonly value: unknown;
}

/** What the elements below one place of the document become. */
interface Frame {
  readonly name: string;
  readonly content: Content | undefined;
  readonly isNil: boolean;
  text: string;
  /** Undefined for an element that has held nothing but text so far. */
  children: Record<string, unknown> | undefined;
}

/**
 * Reads an answer: every value is text, because a number would lose its zeros; what its schema says may repeat is a list,
 * even of one or none; `xsi:nil` is null. Elements that the schema does not know are kept.
 * @throws BrokenXml when it is not a whole envelope with one element in its body.
 */
export function readEnvelope(text: string, expected: Part): Envelope {
  const stack: Frame[] = [];
  let found: Envelope | undefined;
  let hasBody = false;
  parseXml(text, {
    open: (written, attributes) => {
      const name = localName(written);
      const depth = stack.length;
      if (depth === 0 && name !== 'Envelope') throw new BrokenXml('a page or document that is no SOAP envelope');
      hasBody ||= depth === 1 && name === 'Body';
      if (depth === 2 && stack[1]?.name === 'Body' && found) throw new BrokenXml('more than one element in its body');
      stack.push(createFrame(name, findContent(stack, name, expected), attributes));
    },
    close: () => {
      const frame = stack.pop();
      const parent = stack.at(-1);
      if (!frame || !parent || stack.length < 2 || stack[1]?.name !== 'Body') return;
      const value = readValue(frame);
      if (stack.length === 2) found = { name: frame.name, value };
      else addChild(parent, frame.name, value);
    },
    text: (piece) => {
      const frame = stack.at(-1);
      if (frame) frame.text += piece;
    },
  });
  if (found) return found;
  throw new BrokenXml(hasBody ? 'an empty body' : 'an envelope without a body');
}

function findContent(stack: readonly Frame[], name: string, expected: Part): Content | undefined {
  if (stack.length === 2) return name === expected.name ? expected.findContent() : undefined;
  return stack.at(-1)?.content?.children.get(name)?.findContent();
}

function createFrame(name: string, content: Content | undefined, attributes: Readonly<Record<string, string>>): Frame {
  const frame: Frame = { name, content, isNil: isNil(attributes), text: '', children: undefined };
  if (content) {
    frame.children = {};
    for (const list of content.lists) frame.children[list] = [];
  }
  return frame;
}

function isNil(attributes: Readonly<Record<string, string>>): boolean {
  for (const name in attributes) {
    if (localName(name) === 'nil') return attributes[name] === 'true' || attributes[name] === '1';
  }
  return false;
}

function readValue(frame: Frame): unknown {
  if (frame.isNil) return null;
  return frame.children ?? frame.text;
}

function addChild(parent: Frame, name: string, value: unknown): void {
  // It would not be a value of the record, but what the record inherits from.
  if (name === '__proto__') throw new BrokenXml('an element of a name that no contract has');
  parent.children ??= {};
  const known = Object.hasOwn(parent.children, name) ? parent.children[name] : undefined;
  if (Array.isArray(known)) known.push(value);
  else parent.children[name] = known === undefined ? value : [known, value];
}
