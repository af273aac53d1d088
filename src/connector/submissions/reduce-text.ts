const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&lt;/gi, '<'],
  [/&gt;/gi, '>'],
  [/&quot;/gi, '"'],
  [/&(?:#0?39|apos);/gi, "'"],
  [/&amp;/gi, '&'],
];

/**
 * A text as it is compared after a system has stored it: letters and digits alone, whatever the system does to blanks,
 * case, accents, quotation marks and signs that its character set lacks. A text of other signs only is compared as it is.
 */
export function reduceText(text: string): string {
  const read = ENTITIES.reduce((current, [entity, sign]) => current.replace(entity, sign), text);
  const reduced = read
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return reduced || read.trim();
}
