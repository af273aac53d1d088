import { type Language, useLanguage } from './language.ts';

type Text = string | ((...values: never[]) => string);
/** Another language says the same things with the same values. */
type Same<Texts> = { readonly [Name in keyof Texts]: Texts[Name] extends string ? string : Texts[Name] };

/** Declares the texts of one part of the pages: words, or functions that put values into a sentence. What one language lacks is a type error. */
export function defineTexts<Indonesian extends Readonly<Record<string, Text>>>(texts: {
  readonly id: Indonesian;
  readonly en: NoInfer<Same<Indonesian>>;
}): Readonly<Record<Language, Same<Indonesian>>> {
  return texts as Readonly<Record<Language, Same<Indonesian>>>;
}

/** The texts in the language that is chosen now. */
export function useTexts<Given>(texts: Readonly<Record<Language, Given>>): Given {
  return texts[useLanguage()];
}
