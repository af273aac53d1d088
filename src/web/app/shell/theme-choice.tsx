import { useState } from 'react';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';
import { chooseTheme, readTheme, type Theme } from './theme.ts';

const SIGNS: Readonly<Record<Theme, string>> = { auto: '◐', light: '○', dark: '●' };
const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };

/** Goes from the device's appearance to light to dark and back. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme);
  const t = useTexts(texts);
  const label = `${t.theme}: ${t[theme]}`;
  const change = () => {
    chooseTheme(NEXT[theme]);
    setTheme(NEXT[theme]);
  };
  return (
    <button type="button" className="button button--plain theme" title={label} aria-label={label} onClick={change}>
      <span aria-hidden="true">{SIGNS[theme]}</span>
    </button>
  );
}
