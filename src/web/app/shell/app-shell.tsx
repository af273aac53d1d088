import type { ReactNode } from 'react';
import { useTexts } from '../language/texts.ts';
import { Account } from './account.tsx';
import { ExpiredSheet } from './expired-sheet.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { texts } from './texts.ts';
import { ThemeChoice } from './theme-choice.tsx';

export type Door = 'beranda' | 'kota' | 'warga' | 'opd' | 'pengembang';

interface ShellProps {
  readonly door: Door;
  /** The parts of this door, as a row of links under the bar. */
  readonly tabs?: ReactNode;
  /** Nobody logs in here. */
  readonly isPublic?: boolean;
  readonly children: ReactNode;
}

const DOORS: readonly Exclude<Door, 'beranda'>[] = ['warga', 'kota', 'opd', 'pengembang'];

/** What all pages have around them: where one is, who one is, the language, and what ends a session. */
export function AppShell({ door, tabs, isPublic = false, children }: ShellProps) {
  const t = useTexts(texts);
  return (
    <>
      <a className="skip no-print" href="#isi">
        {t.skip}
      </a>
      <header className="top no-print">
        <div className="wide top__bar">
          <a className="brand" href="/">
            <img src="/assets/favicon.svg" alt="" width="32" height="32" />
            <span className="brand__name">
              Hub <b>{t.city}</b>
            </span>
          </a>
          <nav className="doors" aria-label={t.doors}>
            {DOORS.map((one) => (
              <a key={one} href={`/${one}`} aria-current={one === door ? 'page' : undefined}>
                {t[one]}
              </a>
            ))}
          </nav>
          <div className="top__tools">
            <LanguageSwitch />
            <ThemeChoice />
            {!isPublic && <Account />}
          </div>
        </div>
        {tabs && <div className="wide">{tabs}</div>}
      </header>
      <main id="isi" tabIndex={-1} className="wide page">
        {children}
      </main>
      <footer className="wide foot no-print">
        <p className="small soft">{t.footer}</p>
      </footer>
      {!isPublic && <ExpiredSheet />}
    </>
  );
}
