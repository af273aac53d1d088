import { BrokenXml } from './broken-xml.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['apos;', "'"],
]);

// What XML 1.0 cannot hold, not even as &#…; (section 2.2); with `u` a lone surrogate is one of them.
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Reads the references of a text. @throws BrokenXml for one that XML itself does not define. */
export function decodeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,16};)?/g, (_whole, reference: string | undefined) => readReference(reference));
}

function readReference(reference = ''): string {
  const known = ENTITIES.get(reference);
  if (known !== undefined) return known;
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|(\d+));$/.exec(reference) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const letter = code >= 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
  if (letter === undefined || FORBIDDEN.test(letter)) throw new BrokenXml('a reference that XML does not know');
  return letter;
}

/** Whether XML has a way to write it. */
export function isXmlText(text: string): boolean {
  return !FORBIDDEN.test(text);
}

/** Writes text as the content of an element or of an attribute; it can end neither. */
export function encodeText(text: string): string {
  return text.replace(/[&<>"\r]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
