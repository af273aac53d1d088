import { useSyncExternalStore } from 'react';

export type Language = 'id' | 'en';

const STORED = 'lang'; // the explorer's page keeps its language under the same name
const listeners = new Set<() => void>();
let current: Language = readStored();
document.documentElement.lang = current;

/** Changes the language of every text on the page, and of the next pages too. */
export function chooseLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Storage is forbidden in this browser: the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The language that is chosen now. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readStored(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}
