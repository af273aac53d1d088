import { CallFailure } from '../../outbound/index.ts';

/** Faults of an old system's text that its connector file may name, so that they are forgiven only where known. */
export type Tolerance = 'textBeforeJson' | 'htmlPages';

// A PHP warning is printed before the JSON and may hold a bracket itself; more than a few are no warning any more.
const MAX_STARTS = 8;

/** Parses a JSON answer. @throws CallFailure badAnswer, which repeats nothing of the text. */
export function parseAnswer(text: string, tolerate: ReadonlySet<Tolerance>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const rescued = tolerate.has('textBeforeJson') ? parseBehindText(text) : undefined;
    if (rescued !== undefined) return rescued;
    const looksLikePage = /^\s*</.test(text);
    // A page that comes now and then is no answer, so a read may be tried again.
    if (looksLikePage && tolerate.has('htmlPages'))
      throw new CallFailure('unavailable', 'an HTML page instead of an answer', { isPage: true });
    throw new CallFailure('badAnswer', looksLikePage ? 'an HTML page instead of JSON' : 'text that is not whole JSON');
  }
}

/** The one JSON value that ends the text; brackets that close before the end belong to the text in front of it. */
function parseBehindText(text: string): unknown {
  if (/^[ \t\r\n]*[{[]/.test(text)) return undefined;
  const starts = /[{[]/g;
  for (let tried = 0; tried < MAX_STARTS; tried++) {
    const start = starts.exec(text);
    const end = start ? findEnd(text, start.index) : undefined;
    // A bracket that never closes is JSON cut off: an inner list of it must not pass for the whole.
    if (!start || end === undefined) return undefined;
    if (text.slice(end).trim() === '') return tryParse(text.slice(start.index));
    starts.lastIndex = end;
  }
  return undefined;
}

/** Where the bracket that opens at `start` has closed, brackets in JSON strings not counted. */
function findEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') isInString = !isInString;
    else if (isInString) at += letter === '\\' ? 1 : 0;
    else if (letter === '{' || letter === '[') depth++;
    else if ((letter === '}' || letter === ']') && --depth === 0) return at + 1;
  }
  return undefined;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
