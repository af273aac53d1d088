import { buildSchema, GraphQLError, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createRefusalsPlugin } from './refusals-plugin.ts';

const schema = buildSchema(`
  scalar NIK
  input Person { nik: NIK name: String }
  type Query { citizen(nik: NIK, person: Person, people: [Person!]): String hello(name: String): String }
  type Subscription { changed: String }
`);
const plugin = createRefusalsPlugin({ schema, personalInputs: new Set(['NIK']), checkCost: () => {} });

/** What the plugin says of an operation, as Apollo Server asks it. */
async function judge(text: string, method: string): Promise<{ code: unknown; status: unknown } | 'let through'> {
  const document = parse(text);
  const operation = getOperationAST(document);
  const context = { document, operation, request: { http: { method } } } as never;
  const listener = await plugin.requestDidStart?.(context);
  try {
    await listener?.didResolveOperation?.(context);
    return 'let through';
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { code: error.extensions.code, status: (error.extensions.http as { status: number }).status };
  }
}

const refused = { code: 'BAD_REQUEST', status: 400 };

describe('before an operation runs', () => {
  it.each(['POST', 'GET'])('a subscription by %s is refused', async (method) => {
    expect(await judge('subscription { changed }', method)).toEqual(refused);
  });

  it.each([
    ['a literal', '{ citizen(nik: "1") }'],
    ['a variable', 'query ($n: NIK) { citizen(nik: $n) }'],
    ['a variable that is not used', 'query ($n: NIK) { hello }'],
    ['a field of an input object', '{ citizen(person: { nik: "1" }) }'],
    ['a field within a list', '{ citizen(people: [{ nik: "1" }]) }'],
    ['a variable within an input object', 'query ($n: NIK) { citizen(person: { nik: $n }) }'],
    ['an argument in a fragment', '{ ...F } fragment F on Query { citizen(nik: "1") }'],
  ])('personal data by GET is refused: %s', async (_name, text) => {
    expect(await judge(text, 'GET')).toEqual(refused);
    expect(await judge(text, 'POST')).toBe('let through');
  });

  it('other arguments by GET pass', async () => {
    expect(await judge('query ($n: String) { hello(name: $n) }', 'GET')).toBe('let through');
  });
});
