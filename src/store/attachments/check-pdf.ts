import { inflateSync } from 'node:zlib';
import { refused } from './refused.ts';

/**
 * What lets a PDF do something when it is opened, or carry something. An action that runs a script names /JavaScript beside its
 * /JS, so the short name, which chance writes into every picture, need not be looked for.
 */
const ACTIVE =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|Rendition|Movie|Sound|GoToE)(?![A-Za-z0-9])/;
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/;
const PRINT_ANEW = 'Print it to a new PDF and send that.';
const DICTIONARY_BYTES = 2_048;
/** Objects of the largest form are some hundred kilobytes. */
const MAX_OBJECTS_BYTES = 20 * 1_048_576;

const OBJECTS = /\/ObjStm(?![A-Za-z0-9])/g;
/** Readers forgive blanks before the end of the line, and a bare carriage return. */
const STREAM = /(?<!end)stream[ \t]*(?:\r\n|\n|\r)/g;

/**
 * Refuses a PDF that is encrypted or that could act: scripts, programs to start, files within. Objects may be packed into
 * streams, which are unpacked and looked at too; one that cannot be is refused, because nobody could say what is in it.
 * @throws HubError ATTACHMENT_REFUSED
 */
export function checkPdf(file: Buffer): void {
  const text = file.toString('latin1');
  if (!text.trimEnd().endsWith('%%EOF')) throw refused('The PDF has no end.', 'Send the whole file.');
  const plain = withoutEscapes(text);
  checkObjects(plain);
  // Each of them must be found and looked into; whoever hides one behind a comment or a string is refused.
  let unseen = plain.match(OBJECTS)?.length ?? 0;
  let left = MAX_OBJECTS_BYTES;
  for (const { index, 0: keyword } of unseen > 0 ? text.matchAll(STREAM) : []) {
    const dictionary = dictionaryBefore(text, index);
    if (dictionary.match(OBJECTS)?.length !== 1) continue;
    const objects = unpack(file.subarray(index + keyword.length), dictionary, left);
    left -= objects.length;
    unseen--;
    checkObjects(withoutEscapes(objects.toString('latin1')));
  }
  if (unseen !== 0) throw refused('The PDF is packed in a way that cannot be checked.', PRINT_ANEW);
}

function checkObjects(text: string): void {
  if (ENCRYPTED.test(text)) throw refused('The PDF is encrypted.', 'Save it without a password.');
  if (ACTIVE.test(text)) {
    throw refused('The PDF contains scripts, forms that act, or other files.', PRINT_ANEW);
  }
}

/** A name may be written with any of its letters as `#` and two digits. */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** From the beginning of the object to its stream. */
function dictionaryBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - DICTIONARY_BYTES), index);
  return withoutEscapes(before.slice(before.lastIndexOf('obj') + 1));
}

function unpack(packed: Buffer, dictionary: string, maxOutputLength: number): Buffer {
  // Another filter, several of them, or a predictor would leave the names unreadable here.
  const filters = dictionary.match(/\/[A-Za-z0-9]+Decode(?![A-Za-z0-9])/g) ?? [];
  const isPlain = !dictionary.includes('/Filter');
  const isDeflated =
    filters.length === 1 && filters[0] === '/FlateDecode' && !/\/(DecodeParms|DP|Crypt)/.test(dictionary);
  if (isPlain) return packed.subarray(0, Math.max(0, packed.indexOf('endstream')));
  if (!isDeflated) throw refused('The PDF is packed in a way that cannot be checked.', PRINT_ANEW);
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, maxOutputLength), finishFlush: 2 });
  } catch (cause) {
    throw refused('A part of the PDF cannot be unpacked.', PRINT_ANEW, cause);
  }
}
