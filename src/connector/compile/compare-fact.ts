/** How what a citizen says is compared with what a system has: as text, by its digits, or as a day. */
export type Comparison = 'text' | 'digits' | 'date';

/** What a system's fact says to the citizen's; `unusable` when too little stands there to prove anything with. */
export type FactVerdict = 'same' | 'different' | 'unusable';

/** Fewer letters or digits are guessed too easily. */
const MIN_CHARACTERS = 4;

/** What clerks enter where a form wants something: whoever guesses it would prove any such record. */
const FILLERS = new Set(['NULL', 'NIHIL', 'KOSONG', 'TIDAKADA', 'BELUMADA', 'NONAME', 'TANPANAMA', 'UNKNOWN']);

/**
 * Compares whole facts, never beginnings of them. Of text only letters and digits count: not case, accents, blanks and
 * punctuation.
 */
export function compareFact(comparison: Comparison, known: unknown, said: string): FactVerdict {
  const reduce = REDUCTIONS[comparison];
  const wanted = typeof known === 'string' || typeof known === 'number' ? reduce(String(known)) : '';
  if (wanted.length < MIN_CHARACTERS || FILLERS.has(wanted) || isOneCharacter(wanted)) return 'unusable';
  return reduce(said) === wanted ? 'same' : 'different';
}

const REDUCTIONS: Readonly<Record<Comparison, (text: string) => string>> = {
  text: (text) =>
    text
      .normalize('NFKD')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  digits: (text) => text.replace(/\D/g, ''),
  date: readDay,
};

/** `XXXX` and `0000` stand for nothing. */
function isOneCharacter(text: string): boolean {
  return new Set(text).size === 1;
}

/** A day as systems write it after conversion, or as people type it: `1990-07-10`, `10/7/1990`. Empty for anything else. */
function readDay(text: string): string {
  const iso = /^\s*(\d{4})\D(\d{1,2})\D(\d{1,2})\s*$/.exec(text);
  const typed = /^\s*(\d{1,2})\D(\d{1,2})\D(\d{4})\s*$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : (typed?.slice(1).reverse() ?? []);
  return year && month && day ? `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}` : '';
}
