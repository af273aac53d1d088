/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

/** Writes HTML; whatever is put in is escaped, unless it was written by this too. */
export function html(parts: TemplateStringsArray, ...values: readonly (Html | readonly Html[] | string)[]): Html {
  return { html: String.raw({ raw: parts }, ...values.map(toText)) };
}

function toText(value: Html | readonly Html[] | string): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
}
