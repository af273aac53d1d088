// Who is logged in on the hub's own pages in this browser: the explorer may ask as he. His token stays with the hub.

// What the pages of a kind ask for, where the reader's own headers do not say it.
const KINDS = [
  { kind: 'warga', name: { id: 'Warga', en: 'Citizen' }, purpose: 'layanan-warga' },
  { kind: 'kantor', name: { id: 'Kantor', en: 'Office' }, purpose: 'pengelolaan-sistem' },
];

/** Lists the sessions that are open, each with what `takeToken` takes. */
export async function listPageSessions() {
  const found = await Promise.all(KINDS.map(findSession));
  return found.filter((session) => session !== null);
}

async function findSession({ kind, name, purpose }) {
  try {
    const response = await fetch(`/session/${kind}`, { cache: 'no-store' });
    const { loggedIn, csrf, name: holder, expiresAt } = await response.json();
    if (!loggedIn) return null;
    const headers = { 'hub-session': kind, 'hub-csrf': csrf, 'hub-purpose': purpose };
    return { label: name, token: { headers, alias: holder ?? name.id, expiresAt: Date.parse(expiresAt) } };
  } catch {
    return null; // no log-in is set up here
  }
}
