/** A sentence in both languages, as elements of which base.css shows one. */
export function bilingual({ id, en }) {
  const both = document.createDocumentFragment();
  for (const [lang, text] of Object.entries({ id, en })) {
    const span = document.createElement('span');
    span.lang = lang;
    span.textContent = text;
    both.append(span);
  }
  return both;
}

/** The sentence in the language that the page shows now, for places that take only text. */
export function inPageLanguage({ id, en }) {
  return document.documentElement.lang === 'en' ? en : id;
}
