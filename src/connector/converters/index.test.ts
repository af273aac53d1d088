import { describe, expect, it } from 'vitest';
import { describeWrongArguments } from '../testing/describe-converter.ts';
import { converters, findDefaultConverter } from './index.ts';

// What only a look into the connector file's tables could refuse is not reached by these.
const TOO_MANY = [
  ['int', '7 8', 'takes no more than: int, or: int dots (1.500 is 1500)'],
  ['rupiah', 'idr', 'takes no arguments'],
  ['text', 'upper', 'takes no arguments'],
  ['plain', 'x', 'takes no arguments'],
  ['nik', '16', 'takes no arguments'],
  ['bool', 'y n', 'takes no arguments'],
  ['pad', '3 4', 'takes no more than: pad <digits>'],
  ['code', 'status lain', 'takes no more than: code <table>'],
  ['due', 'pbb lain', 'takes no more than: due <rule>'],
] as const;

describe('the closed list of converters', () => {
  it('holds each under its own name', () => {
    for (const [name, converter] of converters) expect(converter.name).toBe(name);
    expect([...converters.keys()].sort()).toEqual(
      [
        ...'bool code date datetime decimal due first int matchScore minutes month nik opd pad plain rupiah squeeze text'.split(
          ' ',
        ),
      ].sort(),
    );
  });

  for (const [name, args, message] of TOO_MANY) {
    const converter = converters.get(name);
    if (converter) describeWrongArguments(converter, [[args, message]]);
  }
});

describe('the converter of a field that names none', () => {
  it.each([
    ['String', 'text'],
    ['ID', 'text'],
    ['Int', 'int'],
    ['Rupiah', 'rupiah'],
    ['NIK', 'nik'],
    ['Boolean', 'bool'],
  ])('of the type %s is %s', (type, name) => expect(findDefaultConverter(type)?.name).toBe(name));

  it.each(['Date', 'DateTime', 'PermitStatus', 'Float', 'constructor'])('does not exist for %s', (type) => {
    expect(findDefaultConverter(type)).toBeUndefined();
  });
});
