const STORED = 'reloaded-at';
/** A page that is replaced twice within this time has another trouble, which reloading does not mend. */
const ONCE_WITHIN_MS = 60_000;

/**
 * Loads the page anew when a part of it is gone, as after the hub has started with a newer version; otherwise whoever
 * had the page open over night would press links that do nothing. Without the hub the page stays, and says what it can.
 */
export function reloadWhenReplaced(): void {
  window.addEventListener('vite:preloadError', async () => {
    if ((await isHubThere()) && takeTurn()) location.reload();
  });
}

async function isHubThere(): Promise<boolean> {
  try {
    return (await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

function takeTurn(): boolean {
  try {
    const beforeMs = Number(sessionStorage.getItem(STORED) ?? 0);
    if (Date.now() - beforeMs < ONCE_WITHIN_MS) return false;
    sessionStorage.setItem(STORED, String(Date.now()));
    return true;
  } catch {
    // Storage is forbidden in this browser: it could not be told when to stop.
    return false;
  }
}
