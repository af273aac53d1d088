import { expect, it } from 'vitest';
import { buildCascade, type CascadeIndicator, type CascadeNode } from './cascade.ts';

/** `1(2(3),4)`. */
function draw(nodes: readonly CascadeNode<CascadeIndicator>[]): string {
  return nodes
    .map(({ indicator, servedBy, servesOutside }) => {
      const below = servedBy.length > 0 ? `(${draw(servedBy)})` : '';
      return `${indicator.id}${below}${servesOutside === undefined ? '' : `>${servesOutside}`}`;
    })
    .join(',');
}

it.each<[string, readonly (readonly [string, string | null])[], string]>([
  [
    'what serves what',
    [
      ['1', null],
      ['2', '1'],
      ['3', '2'],
      ['4', '1'],
    ],
    '1(2(3),4)',
  ],
  [
    'one whose parent comes later',
    [
      ['2', '1'],
      ['1', null],
    ],
    '1(2)',
  ],
  [
    'one that serves the city’s',
    [
      ['1', 'kota'],
      ['2', '1'],
    ],
    '1(2)>kota',
  ],
  [
    'two that serve each other',
    [
      ['1', '2'],
      ['2', '1'],
    ],
    '1(2)',
  ],
  ['one that serves itself', [['1', '1']], '1'],
  [
    'a circle beside a tree',
    [
      ['9', null],
      ['1', '3'],
      ['2', '1'],
      ['3', '2'],
    ],
    '9,1(2(3))',
  ],
  ['nothing', [], ''],
])('shows %s', (_what, pairs, drawn) => {
  expect(draw(buildCascade(pairs.map(([id, parentId]) => ({ id, parentId }))))).toBe(drawn);
});
