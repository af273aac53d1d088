import { describe, expect, it } from 'vitest';
import { type ConnectorFile, parseConnectorFile } from './connector-file.ts';

// What YAML itself refuses; what it lets through is in ../mistakes/.
const REFUSED: readonly (readonly [string, string, readonly (readonly [number, string])[]])[] = [
  ['a tab for indentation', 'system: izin\nsources:\n\tapi: x\n', [[3, 'Tabs are not allowed as indentation']]],
  ['a key twice', 'system: izin\ndescribe: a\nsystem: lain\n', [[3, 'Map keys must be unique']]],
  ['a key twice in an inner map', 'records:\n  Permit:\n    id: a\n    id: b\n', [[4, 'Map keys must be unique']]],
  [
    'an alias without an anchor',
    'system: *izin\n',
    [[1, 'Unresolved alias (the anchor must be set before the alias): izin']],
  ],
  [
    'aliases that multiply',
    'a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b]\n',
    [[1, 'Excessive alias count indicates a resource exhaustion attack']],
  ],
  ['an empty file', '', [[1, 'is empty or not a map']]],
  ['a file of comments', '# izin\n', [[1, 'is empty or not a map']]],
  ['a list', '- system: izin\n', [[1, 'is empty or not a map']]],
  ['a text', 'izin\n', [[1, 'is empty or not a map']]],
  [
    'a code without quotes',
    'rc: 00\nlist: [01, "02", 3]\n',
    [
      [1, 'without quotes 00 is the number 0'],
      [2, 'without quotes 01 is the number 1'],
    ],
  ],
  [
    'a number that YAML reads as another',
    'kode: 0x1F\nsen: 1.50\n',
    [
      [1, 'without quotes 0x1F is the number 31'],
      [2, 'without quotes 1.50 is the number 1.5'],
    ],
  ],
];

describe('a connector file', () => {
  it.each(REFUSED)('that is %s is refused with its line', (_name, text, expected) => {
    const problems = parseConnectorFile('izin.yaml', text);
    expect(problems).toEqual(
      expected.map(([line, message]) => expect.objectContaining({ file: 'izin.yaml', line, message })),
    );
  });

  it('whose bracket is not closed is refused where YAML notices it', () => {
    const problems = parseConnectorFile('izin.yaml', 'a: 1\nb: { c: 2\nd: 3\n');
    expect(problems).not.toHaveProperty('content');
    expect((problems as readonly { line: number }[])[0]?.line).toBe(3);
  });
});

describe('the line of a path', () => {
  const text = `# a comment
system: izin

operations:
  permitsOf:
    source: api
    cases:
      - when: { rc: "01" }
        is: empty
      - { when: { rc: "02" }, is: quota }
codes:
  status:
    0: A
    "1": B
`;
  const file = parseConnectorFile('izin.yaml', text) as ConnectorFile;
  it.each([
    [['system'], 2],
    [['operations'], 4],
    [['operations', 'permitsOf'], 5],
    [['operations', 'permitsOf', 'source'], 6],
    [['operations', 'permitsOf', 'cases'], 7],
    [['operations', 'permitsOf', 'cases', 0, 'is'], 9],
    [['operations', 'permitsOf', 'cases', '1'], 10],
    [['operations', 'permitsOf', 'cases', '1', 'is'], 10],
    [['codes', 'status', '0'], 13],
    [['codes', 'status', '1'], 14],
    // What is not there is shown at the nearest thing above it.
    [['operations', 'permitsOf', 'rows'], 5],
    [['operations', 'stepsOf', 'rows'], 4],
    [['resolve'], 2],
    [[], 2],
  ])('%j is %i', (path, line) => expect(file.lineOf(path)).toBe(line));
});
