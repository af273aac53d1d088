import { type Converter, textOf } from './converter.ts';

/** Text as it is, without blanks around it. */
export const text: Converter = {
  name: 'text',
  usage: 'text',
  gives: ['String', 'ID'],
  maxArguments: 0,
  create: () => textOf,
};

// A tag begins with a letter and holds no second `<`, so that a remark such as `< 5 menit` stays and none is read twice.
const TAG = /<[/!]?[a-z-][^<>]*>/gi;
const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }));

// Most remarks are plain already; looking once is cheaper than rewriting three times.
const NEEDS_READING = /[<&]|\s{2}|[^\S ]/;

/** Text out of HTML that an old form let in: tags dropped, the common entities read. Null when nothing is left. */
export const plain: Converter = {
  name: 'plain',
  usage: 'plain',
  gives: ['String'],
  maxArguments: 0,
  create: () => (value) => {
    const text = textOf(value);
    if (!NEEDS_READING.test(text)) return text || null;
    const withoutTags = text.replace(TAG, ' ');
    const read = withoutTags.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES.get(name) ?? whole);
    return read.replace(/\s+/g, ' ').trim() || null;
  },
};
