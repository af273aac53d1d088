const STORED = 'reloaded-at';
/** A page that is replaced twice within this time has another trouble, which reloading does not mend. */
const ONCE_WITHIN_MS = 60_000;

/**
 * Loads the page anew when a part of it is gone, as after the hub has started with a newer version; otherwise whoever
 * had the page open over night would press links that do nothing.
 */
export function reloadWhenReplaced(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const beforeMs = Number(sessionStorage.getItem(STORED) ?? 0);
    if (Date.now() - beforeMs < ONCE_WITHIN_MS) return;
    event.preventDefault();
    sessionStorage.setItem(STORED, String(Date.now()));
    location.reload();
  });
}
