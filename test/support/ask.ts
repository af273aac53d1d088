/** An error as a client gets it. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly opd?: string;
    readonly retryAfter?: number;
    readonly pesan: string;
    readonly fix?: string;
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came, for what must not stand in it. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where that is not there
  readonly data: any;
  readonly errors: readonly AnsweredError[];
}

export interface AskOptions {
  readonly token?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: string;
}

/** Sends an operation to a hub by POST. */
export async function ask(
  url: string,
  query: string,
  { token, variables, headers, operationName }: AskOptions = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return readAnswer(response);
}

/** Reads a GraphQL answer, whatever its status. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = parse(text);
  return { status: response.status, headers: response.headers, text, data: body.data, errors: body.errors ?? [] };
}

function parse(text: string): { data?: unknown; errors?: AnsweredError[] } {
  try {
    return JSON.parse(text) as { data?: unknown; errors?: AnsweredError[] };
  } catch {
    return {};
  }
}
