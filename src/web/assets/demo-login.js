/** The invented citizens that the demo issuer knows by alias. */
export const DEMO_CITIZENS = ['demo', 'siti', 'lunas', 'kosong', 'ganda', 'aneh'];

/**
 * Asks the demo issuer for the token of an invented citizen; answers `{ token }` or `{ problem }`, a sentence in both
 * languages.
 */
export async function requestDemoToken(tokenEndpoint, citizen) {
  const body = new URLSearchParams({
    grant_type: 'urn:kota-jambi:demo:citizen',
    citizen,
    client_id: 'demo-console',
  });
  let response;
  try {
    response = await fetch(tokenEndpoint, { method: 'POST', body, headers: { accept: 'application/json' } });
  } catch {
    return {
      problem: {
        id: 'Penerbit token demo tidak dapat dihubungi. Pastikan hub berjalan dalam mode demo.',
        en: 'The demo token issuer cannot be reached. Make sure that the hub runs in demo mode.',
      },
    };
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok || typeof answer.access_token !== 'string') {
    const reason = typeof answer.error === 'string' ? answer.error : `HTTP ${response.status}`;
    return {
      problem: {
        id: `Penerbit token demo menolak permintaan (${reason}).`,
        en: `The demo token issuer refused the request (${reason}).`,
      },
    };
  }
  const expiresAt = typeof answer.expires_in === 'number' ? Date.now() + answer.expires_in * 1000 : undefined;
  return { token: { value: answer.access_token, alias: citizen, expiresAt } };
}
