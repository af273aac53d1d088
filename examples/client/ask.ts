import type { TypedDocumentString } from './generated/graphql.ts';

/** What the hub says of a thing that it could not answer: `code` and `opd` are for the app, `pesan` for the person. */
export interface AnswerError {
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly opd?: string; readonly pesan: string };
}

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly AnswerError[];
}

/** Sends an operation to the hub. The document says what its variables and its data are; nothing is written twice. */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  const { HUB_URL = 'http://localhost:4000', HUB_TOKEN } = process.env;
  const headers = { 'content-type': 'application/json', ...(HUB_TOKEN && { authorization: `Bearer ${HUB_TOKEN}` }) };
  const body = JSON.stringify({ query: document.toString(), variables });
  const response = await fetch(`${HUB_URL}/graphql`, { method: 'POST', headers, body }).catch((cause: unknown) => {
    throw new Error(`No hub answers at ${HUB_URL}: start one with npm start`, { cause });
  });
  return (await response.json()) as Answer<Data>;
}
