import { expect, it } from 'vitest';
import { readFigure } from './read-figure.ts';

it.each([
  ['8,32', { kind: 'number', value: 8.32 }],
  ['1.250,5', { kind: 'number', value: 1250.5 }],
  ['1.250', { kind: 'number', value: 1250 }],
  ['-2', { kind: 'number', value: -2 }],
  [' 85 % ', { kind: 'number', value: 85 }],
  ['85 persen', { kind: 'number', value: 85 }],
  ['0', { kind: 'number', value: 0 }],
  ['80–90 %', { kind: 'range', lower: 80, upper: 90 }],
  ['80 - 90', { kind: 'range', lower: 80, upper: 90 }],
  ['80,5% s.d. 90%', { kind: 'range', lower: 80.5, upper: 90 }],
  ['80 sampai 90 persen', { kind: 'range', lower: 80, upper: 90 }],
  ['-5 - -2', { kind: 'range', lower: -5, upper: -2 }],
  ['', { kind: 'empty' }],
  ['  ', { kind: 'empty' }],
  ['-', { kind: 'empty' }],
  [null, { kind: 'empty' }],
  [undefined, { kind: 'empty' }],
  ['BB', { kind: 'text' }],
  ['85.5', { kind: 'text' }],
  ['1,250,000', { kind: 'text' }],
  ['90-80', { kind: 'text' }],
  ['WTP', { kind: 'text' }],
])('%j is %j', (text, figure) => expect(readFigure(text)).toEqual(figure));
