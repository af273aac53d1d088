import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Problem } from '../problem.ts';

export type FilePath = readonly (string | number)[];

/** A connector's YAML file as plain data that still knows on which line everything stands. */
export interface ConnectorFile {
  /** Path relative to the project, as it stands in messages. */
  readonly name: string;
  /** As it stands there. */
  readonly text: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** The line of the value at a path, or of the nearest thing above it that exists. */
  lineOf(path: FilePath): number;
}

/** Reads YAML; what YAML itself refuses (a tab, a key twice, an alias bomb) comes back as problems with their lines. */
export function parseConnectorFile(name: string, text: string): ConnectorFile | readonly Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file: name,
      line: lines.linePos(error.pos[0]).line,
      message: error.message.split(' at line')[0] ?? 'is not YAML',
    }));
  }
  const unquoted = findUnquotedNumbers(name, document, lines);
  if (unquoted.length > 0) return unquoted;
  const content = toPlainData(document);
  if (content instanceof Error) return [{ file: name, line: 1, message: content.message }];
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return [{ file: name, line: 1, message: 'is empty or not a map', suggestion: 'begin with: system: <name>' }];
  }
  return { name, text, content: content as Record<string, unknown>, lineOf: (path) => findLine(document, lines, path) };
}

/** The content, or the error of an alias that has no anchor or multiplies itself. */
function toPlainData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return error instanceof Error ? error : new Error('is not YAML');
  }
}

/** Legacy codes are text: `00` without quotes is the number 0 to YAML, and would never fit an answer. */
function findUnquotedNumbers(name: string, document: Document, lines: LineCounter): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar: (_key, { value, source, range }) => {
      if (typeof value !== 'number' || source === undefined || source === String(value)) return;
      problems.push({
        file: name,
        line: lines.linePos(range?.[0] ?? 0).line,
        message: `without quotes ${source} is the number ${value}`,
        suggestion: `write it with quotes: "${source}"`,
      });
    },
  });
  return problems;
}

function findLine(document: Document, lines: LineCounter, path: FilePath): number {
  for (let length = path.length; length >= 0; length--) {
    const offset = findOffset(document, path.slice(0, length));
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return 1;
}

/** Where the key of a path stands, because a value may begin some lines below its key. */
function findOffset(document: Document, path: FilePath): number | undefined {
  const key = path.at(-1);
  if (key === undefined) return document.contents?.range?.[0];
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node = document.getIn(path, true) as Node | undefined;
  return node?.range?.[0];
}
