import { type DecodeEntities, Parser } from 'saxen';
import { CallFailure } from '../../../outbound/index.ts';

/** What is told of an XML document; names come without their prefixes. */
export interface XmlListener {
  /** Attributes with their entities as written; `decode` reads those. */
  open?(name: string, getAttributes: () => Readonly<Record<string, string>>, decode: DecodeEntities): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Parses XML that comes in pieces. @throws CallFailure badAnswer when it is not whole, and whatever the listener throws. */
export async function parseXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = createParser(listener);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) readStep(() => parser.write(decoder.decode(piece, { stream: true })));
  readStep(() => parser.write(decoder.decode()));
  readStep(() => parser.end());
}

function createParser({ open, close, text }: XmlListener): Parser {
  const parser = new Parser();
  if (open) parser.on('openTag', (name, getAttributes, decode) => open(localName(name), getAttributes, decode));
  if (close) parser.on('closeTag', (name) => close(localName(name)));
  if (text) {
    parser.on('text', (value, decode) => text(decode(value)));
    parser.on('cdata', (value) => text(value));
  }
  parser.on('error', (error) => {
    throw error;
  });
  return parser;
}

/** The parser's and the decoder's own errors repeat what they could not read. */
function readStep(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof CallFailure) throw error;
    throw new CallFailure('badAnswer', 'its XLSX holds XML that is not whole');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The attribute of that name, whatever its prefix. */
export function findAttribute(
  attributes: Readonly<Record<string, string>>,
  wanted: string,
  decode: DecodeEntities,
): string | undefined {
  const value = Object.entries(attributes).find(([name]) => localName(name) === wanted)?.[1];
  return value === undefined ? undefined : decode(value);
}
