import type { Dialect } from '../address.ts';

/** A word of the statement outside every quote and comment. */
export interface Word {
  /** In small letters. */
  readonly text: string;
  /** Whether `(` follows, as behind the name of a function. */
  readonly isCalled: boolean;
}

/** A statement taken apart just far enough to tell its parameters and its words from quoted text and comments. */
export interface ScannedStatement {
  /** Its text, and between it the parameters by name. */
  readonly pieces: readonly (string | { readonly parameter: string })[];
  readonly words: readonly Word[];
  /** What keeps it from being read safely. */
  readonly mistakes: readonly { readonly message: string; readonly suggestion: string }[];
}

type Kind = 'quiet' | 'word' | 'parameter' | 'end' | keyof typeof MISTAKES;

const MISTAKES = {
  glued: {
    message: 'has a colon between two words',
    suggestion: 'write a blank in front of :name if it is a parameter, on both sides of the colon if it is not',
  },
  positional: { message: 'has a parameter without a name', suggestion: 'write it like: :nik' },
  executable: {
    message: 'has a comment that MySQL runs',
    suggestion: 'write its content into the statement, or leave it out',
  },
  unclosed: { message: 'has a quote or a comment that does not end', suggestion: 'close it' },
  second: { message: 'holds more than one statement', suggestion: 'write one operation for each' },
} as const;

const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
// Tried after everything that may begin with a colon and is none.
const PARAMETERS: readonly [RegExp, Kind][] = [
  [/::|:=/y, 'quiet'],
  [/(?<=[\w$"'`)\]\u0080-\uffff]):[A-Za-z_]/y, 'glued'],
  [/:[A-Za-z_]\w*/y, 'parameter'],
];
const REST: readonly [RegExp, Kind][] = [
  [WORD, 'word'],
  [/\d[\w$.\u0080-\uffff]*/y, 'quiet'],
  [/;/y, 'end'],
  [/['"`]|\/\*/y, 'unclosed'],
  [/\s+|[\s\S]/y, 'quiet'],
];
const STRING = String.raw`'(?:[^'\\]|\\[\s\S]|'')*'`;

const TOKENS: Readonly<Record<Dialect, readonly [RegExp, Kind][]>> = {
  postgres: [
    [/--[^\n]*/y, 'quiet'],
    // An escape string goes on in the next line as one, without its E.
    [new RegExp(String.raw`[eE]${STRING}(?:[ \t\r\f]*\n\s*${STRING})*`, 'y'), 'quiet'],
    [/'(?:[^']|'')*'|"(?:[^"]|"")*"/y, 'quiet'],
    [/\$(?<tag>(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[\s\S]*?\$\k<tag>\$/y, 'quiet'],
    [/\$\d+/y, 'positional'],
    [/\$(?:[A-Za-z_]\w*)?\$/y, 'unclosed'],
    ...PARAMETERS,
    // A backtick quotes nothing here; the server says so.
    [/`/y, 'quiet'],
    ...REST,
  ],
  mysql: [
    [/--(?=\s|$)[^\n]*|#[^\n]*/y, 'quiet'],
    [/\/\*M?!/y, 'executable'],
    [/\/\*[\s\S]*?\*\//y, 'quiet'],
    [new RegExp(`${STRING}|${STRING.replaceAll("'", '"')}`, 'y'), 'quiet'],
    [/`(?:[^`]|``)*`/y, 'quiet'],
    [/\?/y, 'positional'],
    ...PARAMETERS,
    ...REST,
  ],
};

/** Takes a statement apart as the server of that dialect does. */
export function scanStatement(sql: string, dialect: Dialect): ScannedStatement {
  const text = withoutEnd(sql, dialect);
  const pieces: (string | { parameter: string })[] = [];
  const words: Word[] = [];
  const found = new Set<keyof typeof MISTAKES>();
  let begin = 0;
  for (const { kind, start, end } of tokensOf(text, dialect)) {
    if (kind === 'quiet') continue;
    if (kind === 'word') {
      // Behind a dot it is the name of a column, whatever it means elsewhere.
      if (text[start - 1] !== '.')
        words.push({ text: text.slice(start, end).toLowerCase(), isCalled: /^\s*\(/.test(text.slice(end, end + 20)) });
    } else if (kind === 'parameter') {
      pieces.push(text.slice(begin, start), { parameter: text.slice(start + 1, end) });
      begin = end;
    } else found.add(kind === 'end' ? 'second' : kind);
  }
  pieces.push(text.slice(begin));
  return { pieces, words, mistakes: [...found].map((kind) => MISTAKES[kind]) };
}

/** A semicolon that nothing but comments follow ends the statement and is left out. */
function withoutEnd(sql: string, dialect: Dialect): string {
  let last: number | undefined;
  for (const { kind, start, end } of tokensOf(sql, dialect)) {
    if (kind === 'end') last ??= start;
    else if (kind !== 'quiet' || !/^(?:\s|--|#|\/\*)/.test(sql.slice(start, end))) last = undefined;
  }
  return last === undefined ? sql : sql.slice(0, last);
}

function* tokensOf(text: string, dialect: Dialect): Generator<{ kind: Kind; start: number; end: number }> {
  for (let start = 0; start < text.length; ) {
    const nested = dialect === 'postgres' ? endOfNestedComment(text, start) : undefined;
    const { kind, end } =
      nested === undefined ? nextToken(text, start, dialect) : { kind: 'quiet' as const, end: nested };
    yield { kind, start, end };
    // What follows an open quote cannot be told from what stands in it.
    if (kind === 'unclosed') return;
    start = end;
  }
}

function nextToken(text: string, start: number, dialect: Dialect): { kind: Kind; end: number } {
  for (const [pattern, kind] of TOKENS[dialect]) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { kind, end: pattern.lastIndex };
  }
  throw new Error('the last pattern matches everything');
}

/** PostgreSQL's comments nest; undefined when none begins here or it does not end. */
function endOfNestedComment(text: string, start: number): number | undefined {
  if (!text.startsWith('/*', start)) return undefined;
  const edges = /\/\*|\*\//g;
  edges.lastIndex = start;
  let depth = 0;
  for (let edge = edges.exec(text); edge; edge = edges.exec(text)) {
    depth += edge[0] === '/*' ? 1 : -1;
    if (depth === 0) return edges.lastIndex;
  }
  return undefined;
}
