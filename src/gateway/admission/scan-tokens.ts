import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { MAX_NESTING } from './operation-limits.ts';
import { tooLarge, tooNested } from './too-large.ts';

/**
 * Reads a text token by token, without recursion, so that the parser may then read it with some.
 * @returns false for a text that is not made of GraphQL tokens.
 * @throws HubError OPERATION_TOO_LARGE for too many tokens or brackets within brackets.
 */
export function scanTokens(text: string, maxTokens: number): boolean {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  let nesting = 0;
  for (let kind = advance(lexer); kind !== TokenKind.EOF; kind = advance(lexer)) {
    if (kind === undefined) return false;
    count += 1;
    if (count > maxTokens) throw tooLarge(`The document has more than ${maxTokens} tokens.`);
    nesting += STEP[kind] ?? 0;
    if (nesting > MAX_NESTING) throw tooNested(MAX_NESTING);
  }
  return true;
}

const STEP: Readonly<Partial<Record<TokenKind, number>>> = {
  [TokenKind.BRACE_L]: 1,
  [TokenKind.BRACKET_L]: 1,
  [TokenKind.PAREN_L]: 1,
  [TokenKind.BRACE_R]: -1,
  [TokenKind.BRACKET_R]: -1,
  [TokenKind.PAREN_R]: -1,
};

function advance(lexer: Lexer): TokenKind | undefined {
  try {
    return lexer.advance().kind;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
