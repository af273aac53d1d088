// The token that the explorer sends. It lives in this variable alone: never in storage, in a cookie or in a URL.
let current = null;

const listeners = new Set();

/** The token in use with what is known about it (`alias`, `expiresAt` in epoch ms, either may be null), or null. */
export function currentToken() {
  return current;
}

/**
 * Takes a token into use, or the headers of a session whose token the hub keeps; `expiresAt` is read from the token itself
 * when the caller does not know it.
 */
export function takeToken({ value = null, headers = null, alias = null, expiresAt = expiryOf(value) }) {
  current = { value, headers, alias, expiresAt };
  announce();
}

export function clearToken() {
  current = null;
  announce();
}

/** Calls back after every change of the token. */
export function onTokenChange(listener) {
  listeners.add(listener);
}

function announce() {
  for (const listener of listeners) listener();
}

// Read for display only: whether a token is genuine is for the server to say.
function expiryOf(value) {
  try {
    const payload = String(value).split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const { exp } = JSON.parse(atob(payload));
    return typeof exp === 'number' ? exp * 1000 : null;
  } catch {
    return null; // not a JWT, or an opaque token
  }
}
