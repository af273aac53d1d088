import { Parser } from 'saxen';
import { HubError } from '../../../base/hub-error.ts';

/** An element with what stands in it. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads a document into its root element. @throws HubError BAD_USER_INPUT, which repeats nothing of it. */
export function parseXmlDocument(text: string): XmlElement {
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  const refuse = () => {
    throw new HubError('BAD_USER_INPUT', 'The file is not whole XML', { fix: 'Save it anew, as the system gives it.' });
  };
  const parser = new Parser()
    .on('openTag', (name, getAttributes, decode) => {
      const attributes = Object.entries(getAttributes()).map(
        ([key, value]) => [localName(key), decode(value)] as const,
      );
      const element = { name: localName(name), attributes: Object.fromEntries(attributes), children: [], text: '' };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    })
    .on('closeTag', () => void open.pop())
    .on('text', (value, decode) => addText(open.at(-1), decode(value)))
    .on('cdata', (value) => addText(open.at(-1), value))
    .on('error', refuse);
  parser.write(text.replace(/^\uFEFF/, ''));
  parser.end();
  return root ?? refuse();
}

function addText(element: XmlElement | undefined, text: string): void {
  if (element) element.text += text;
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The children of that name. */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((one) => one.name === name);
}
