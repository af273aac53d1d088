import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createKnownQueries } from './known-queries.ts';

const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: {} } as never;
const reply = { header: () => {} } as never;

function createKnown() {
  return createKnownQueries({
    engine: { execute: async () => ({ data: { a: 1 } }) } as never,
    checkCost: () => {},
    formatError: (formatted) => formatted,
    contextOf: () => ({}),
  });
}

describe('known queries', () => {
  it('are forgotten for others that are long', async () => {
    const known = createKnown();
    const texts = Array.from({ length: 40 }, (_, index) => `{ a(b: ${index}) } #${'-'.repeat(250_000)}`);
    for (const text of texts) {
      const document = parse(text);
      known.note(text, { document, operation: document.definitions[0] as OperationDefinitionNode, documentKey: text });
    }
    const answers = await Promise.all(texts.map((text) => known.answer(request, reply, text)));
    expect(answers.at(-1)).toBe('{"data":{"a":1}}');
    expect(answers[0]).toBeUndefined();
  });
});
