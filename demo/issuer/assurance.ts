/** How sure the issuer is of who logged in, the least first; the values of `acr`. */
export const ASSURANCES = ['low', 'substantial', 'high'] as const;

export type Assurance = (typeof ASSURANCES)[number];

/** As after a log-in with a verified e-KTP: what a token says when nothing else was asked for. */
export const USUAL_ASSURANCE: Assurance = 'substantial';

export function isAssurance(text: unknown): text is Assurance {
  return ASSURANCES.some((known) => known === text);
}

/** Whether a log-in of this level is good enough; none is not. */
export function reaches(level: unknown, minimum: Assurance): boolean {
  return isAssurance(level) && ASSURANCES.indexOf(level) >= ASSURANCES.indexOf(minimum);
}

/** Reads `acr_values`, which an app lists by preference: the first is proposed, the lowest listed is the least that will do. */
export function readAcrValues(acrValues: unknown): { readonly minimum: Assurance; readonly preferred: Assurance } {
  const asked = typeof acrValues === 'string' ? acrValues.split(' ').filter(isAssurance) : [];
  const minimum = ASSURANCES.find((level) => asked.includes(level));
  return { minimum: minimum ?? 'low', preferred: asked[0] ?? USUAL_ASSURANCE };
}
