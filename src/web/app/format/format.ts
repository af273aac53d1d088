import { useMemo } from 'react';
import { useLanguage } from '../language/language.ts';
import { createFormat, type Format } from './create-format.ts';

export type { Format } from './create-format.ts';

/** The format of the language that is chosen now. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => createFormat(language), [language]);
}
