import { currentToken } from './access-token.js';
import { inPageLanguage } from './bilingual.js';

/** Makes GraphiQL's fetcher: one POST an operation, the bar's token in its header, a sentence when no answer comes. */
export function createGraphFetcher(graphqlPath) {
  return async ({ query, variables, operationName }, { headers = {} } = {}) => {
    let response;
    try {
      response = await fetch(graphqlPath, {
        method: 'POST',
        cache: 'no-store',
        headers: requestHeaders(headers),
        body: JSON.stringify({ query, variables: variables ?? undefined, operationName: operationName ?? undefined }),
      });
    } catch {
      return failure({
        id: 'Hub tidak dapat dihubungi. Periksa sambungan Anda, lalu jalankan lagi.',
        en: 'The hub cannot be reached. Check your connection, then run again.',
      });
    }
    return readAnswer(response);
  };
}

function requestHeaders(edited) {
  const token = currentToken();
  return {
    ...(token?.headers ?? {}),
    ...edited,
    ...(token === null || token.value === null ? {} : { authorization: `Bearer ${token.value}` }),
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
  };
}

async function readAnswer(response) {
  const text = await response.text().catch(() => '');
  try {
    const answer = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch {
    // a proxy's error page, or an answer cut short: said below
  }
  return failure({
    id: `Jawaban yang diterima bukan JSON (HTTP ${response.status}). Mungkin hub sedang dimulai ulang; coba lagi sebentar.`,
    en: `The answer was not JSON (HTTP ${response.status}). The hub may be restarting; try again in a moment.`,
  });
}

// Shaped as a GraphQL answer, because that is all that GraphiQL shows.
function failure(sentence) {
  return { errors: [{ message: inPageLanguage(sentence) }] };
}
