import { Pool } from 'undici';
import { post } from '../load/post.ts';

/** An answer without errors. */
export interface WholeAnswer {
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Sends one body for each of the headers, one after the other.
 * @throws Error that shows the first answer that has errors, or none of the data.
 */
export async function askContender(
  { name, url }: { readonly name: string; readonly url: string },
  body: string,
  headersList: readonly Readonly<Record<string, string>>[],
): Promise<readonly WholeAnswer[]> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 1 });
  try {
    const answers: WholeAnswer[] = [];
    for (const headers of headersList) {
      const { status, body: bytes } = await post(
        pool,
        pathname,
        { 'content-type': 'application/json', ...headers },
        body,
      );
      const text = bytes.toString('utf8');
      const answer = status === 200 ? (JSON.parse(text) as unknown) : undefined;
      if (!isWhole(answer)) throw new Error(`${name} answered HTTP ${status}: ${text.slice(0, 500)}`);
      answers.push(answer);
    }
    return answers;
  } finally {
    await pool.close();
  }
}

function isWhole(answer: unknown): answer is WholeAnswer {
  if (typeof answer !== 'object' || answer === null || 'errors' in answer || !('data' in answer)) return false;
  const { data } = answer;
  return typeof data === 'object' && data !== null && Object.values(data).every((value) => value !== null);
}
