import { createElement } from 'react';

/** A description of the schema; what stands between backticks is code. They are written in English. */
export function Described({ text }: { readonly text: string | null | undefined }) {
  if (!text) return null;
  const parts = text.replaceAll(/\s+/g, ' ').split('`');
  const children = parts.map((part, place) => (place % 2 === 1 ? createElement('code', null, part) : part));
  return createElement('p', { className: 'soft', lang: 'en' }, ...children);
}
