export type Theme = 'auto' | 'light' | 'dark';

const STORED = 'theme';

/** The theme that was chosen on this browser. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    return 'auto';
  }
}

/** Shows the page light or dark, or as the device has it. */
export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(STORED, theme);
  } catch {
    // Storage is forbidden in this browser: the choice lasts as long as the page.
  }
  apply(theme);
}

/** Applies what was chosen on an earlier page. */
export function restoreTheme(): void {
  apply(readTheme());
}

function apply(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
