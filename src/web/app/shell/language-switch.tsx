import { chooseLanguage, useLanguage } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

const LANGUAGES = [
  ['id', 'ID', 'Bahasa Indonesia'],
  ['en', 'EN', 'English'],
] as const;

/** Switches the texts of the page. */
export function LanguageSwitch() {
  const chosen = useLanguage();
  const t = useTexts(texts);
  return (
    <fieldset className="switch">
      <legend className="unseen">{t.language}</legend>
      {LANGUAGES.map(([language, short, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          title={name}
          aria-pressed={language === chosen}
          onClick={() => chooseLanguage(language)}
        >
          {short}
        </button>
      ))}
    </fieldset>
  );
}
