import { useEffect } from 'react';

/** Asks again every so often while the page is looked at, and at once when somebody comes back to it. */
export function useRefreshed(refresh: () => void, everyMs: number): void {
  useEffect(() => {
    const whenSeen = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    const timer = setInterval(whenSeen, everyMs);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [refresh, everyMs]);
}
