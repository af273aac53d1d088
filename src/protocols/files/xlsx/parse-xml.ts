import { type DecodeEntities, Parser } from 'saxen';
import { CallFailure } from '../../../outbound/index.ts';

/** What is told of an XML document; names come without their prefixes. */
export interface XmlListener {
  /** Attributes with their entities as written; `decode` reads those. */
  open?(name: string, getAttributes: () => Readonly<Record<string, string>>, decode: DecodeEntities): void;
  close?(name: string): void;
  text?(text: string): void;
}

// A cell holds up to 32,767 letters.
const MAX_TOKEN_LENGTH = 1_000_000;

/** Parses XML that comes in pieces. @throws CallFailure badAnswer when it is not whole, and whatever the listener throws. */
export async function parseXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  let silentLength = 0;
  const parser = createParser(listener, () => {
    silentLength = 0;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) {
    silentLength += piece.length;
    readStep(() => parser.write(decoder.decode(piece, { stream: true })));
    // The parser reads what has not ended yet from its beginning for each piece: 16 MB cost 16 seconds, 160 MB half an hour.
    if (silentLength > MAX_TOKEN_LENGTH)
      throw new CallFailure('badAnswer', 'its XLSX holds a tag or a text that is longer than any cell');
  }
  readStep(() => parser.write(decoder.decode()));
  readStep(() => parser.end());
}

/** @param hear called for everything that has ended, whether it is listened to or not. */
function createParser({ open, close, text }: XmlListener, hear: () => void): Parser {
  const parser = new Parser();
  parser.on('openTag', (name, getAttributes, decode) => {
    hear();
    open?.(localName(name), getAttributes, decode);
  });
  parser.on('closeTag', (name) => {
    hear();
    close?.(localName(name));
  });
  parser.on('text', (value, decode) => {
    hear();
    text?.(decode(value));
  });
  parser.on('cdata', (value) => {
    hear();
    text?.(value);
  });
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
