import { type Converter, textOf } from './converter.ts';

/** Text as it is, without blanks around it. */
export const text: Converter = { name: 'text', usage: 'text', gives: ['String', 'ID'], create: () => textOf };

const TAG = /<[^>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Text out of HTML that an old form let in: tags dropped, the common entities read. */
export const plain: Converter = {
  name: 'plain',
  usage: 'plain',
  gives: ['String'],
  create: () => (value) => {
    const withoutTags = textOf(value).replace(TAG, ' ');
    const read = withoutTags.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
    return read.replace(/\s+/g, ' ').trim();
  },
};
