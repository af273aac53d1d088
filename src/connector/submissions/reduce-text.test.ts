import { expect, it } from 'vitest';
import { reduceText } from './reduce-text.ts';

it.each([
  [' Jalan  berlubang\r\n', 'jalan berlubang'],
  ['Lubang "besar" di Simpang & Pasar', 'Lubang &quot;besar&quot; di Simpang &amp; Pasar'],
  ['Air keruh 😡 sejak Senin', 'Air keruh ? sejak Senin'],
  ['Kafé', 'Kafe'],
  ['120', '120'],
])('%j is what a system stored as %j', (sent, stored) => {
  expect(reduceText(stored)).toBe(reduceText(sent));
});

it.each([
  ['Lampu padam di RT 3', 'Lampu padam di RT 4'],
  ['???', '!!!'],
  ['120', '12'],
])('%j is another text than %j', (sent, other) => {
  expect(reduceText(other)).not.toBe(reduceText(sent));
});
