import { Parser } from 'saxen';
import { BrokenXml } from './broken-xml.ts';
import { decodeText } from './text.ts';

/** What is told of an XML document, in its order. */
export interface XmlListener {
  /** Names with their prefixes as written, values with their references as written. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(): void;
  text(text: string): void;
}

// Far deeper than any contract, and shallow enough for whatever walks the result.
const MAX_DEPTH = 100;

/**
 * Parses a whole XML document.
 * @throws BrokenXml when it is not one, or has a DOCTYPE: no contract needs one, and entities that grow begin there.
 */
export function parseXml(text: string, listener: XmlListener): void {
  let depth = 0;
  let roots = 0;
  const refuse = (message: string) => () => {
    throw new BrokenXml(message);
  };
  const parser = new Parser()
    .on('openTag', (name, getAttributes) => {
      if (depth === 0 && roots++ > 0) throw new BrokenXml('more than one document');
      if (++depth > MAX_DEPTH) throw new BrokenXml('elements nested too deeply');
      listener.open(name, getAttributes());
    })
    .on('closeTag', () => {
      depth--;
      listener.close();
    })
    .on('text', (value) => listener.text(decodeText(value)))
    .on('cdata', (value) => listener.text(value))
    .on('attention', refuse('a DOCTYPE'))
    .on('warn', refuse('text that is not XML'))
    .on('error', refuse('text that is not whole XML'));
  parser.write(text);
  parser.end();
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
