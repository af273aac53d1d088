import { SourceFailure } from '../protocol.ts';

/** Faults of an old system's text that its connector file may name, so that they are forgiven only where known. */
export type Tolerance = 'textBeforeJson';

// A PHP warning is printed before the JSON and may hold a bracket itself; more than a few are no warning any more.
const MAX_STARTS = 8;

/** Parses a JSON answer. @throws SourceFailure badAnswer, which repeats nothing of the text. */
export function parseAnswer(text: string, tolerate: ReadonlySet<Tolerance>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const rescued = tolerate.has('textBeforeJson') ? parseBehindText(text) : undefined;
    if (rescued !== undefined) return rescued;
    const looksLikePage = /^\s*</.test(text);
    throw new SourceFailure(
      'badAnswer',
      looksLikePage ? 'an HTML page instead of JSON' : 'text that is not whole JSON',
    );
  }
}

function parseBehindText(text: string): unknown {
  const starts = /[{[]/g;
  for (let tried = 0; tried < MAX_STARTS; tried++) {
    const start = starts.exec(text);
    if (!start) return undefined;
    try {
      return JSON.parse(text.slice(start.index));
    } catch {
      // Not the beginning of the JSON: the next bracket may be.
    }
  }
  return undefined;
}
