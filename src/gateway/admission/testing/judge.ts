import { HubError } from '../../../base/hub-error.ts';
import { createAdmission } from '../create-admission.ts';
import type { OperationLimits } from '../operation-limits.ts';

/** Limits small enough for cases that people can count. */
export const smallLimits: OperationLimits = {
  maxDepth: 4,
  maxTokens: 60,
  maxAliases: 3,
  maxRootFields: 3,
  maxDirectives: 3,
  maxListCost: 1000,
};

/** Which limit refuses a document. */
export type Verdict = 'admitted' | 'depth' | 'tokens' | 'selections' | 'aliases' | 'root' | 'directives' | 'nesting';
export type Case = readonly [name: string, text: string, verdict: Verdict];

const VERDICTS: readonly (readonly [RegExp, Verdict])[] = [
  [/^The operation is \d+ levels deep; \d+ are allowed\.$/, 'depth'],
  [/^The document has more than \d+ tokens\.$/, 'tokens'],
  [/^The operation has (\d+|countless) selections .*; \d+ are allowed\.$/, 'selections'],
  [/^The operation has (\d+|countless) aliases; \d+ are allowed\.$/, 'aliases'],
  [/^The operation has (\d+|countless) fields at its root; \d+ are allowed\.$/, 'root'],
  [/^The operation has (\d+|countless) directives; \d+ are allowed\.$/, 'directives'],
  [/^The operation nests brackets or fragments more than 45 deep\.$/, 'nesting'],
];

/** Finds the refusal of a document, which must be one that a client can act on. */
export function findRefusal(text: string, limits: OperationLimits): HubError | undefined {
  try {
    createAdmission({ limits }).admit(text);
    return undefined;
  } catch (error) {
    if (error instanceof HubError && error.code === 'OPERATION_TOO_LARGE' && error.fix) return error;
    throw error;
  }
}

/** Names the limit that refuses a document, or says that none does. */
export function judge(text: string, limits: OperationLimits): Verdict | string {
  const refusal = findRefusal(text, limits);
  if (!refusal) return 'admitted';
  return VERDICTS.find(([message]) => message.test(refusal.message))?.[1] ?? refusal.message;
}

/** Writes something many times over. */
export const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => write(i)).join(' ');
/** Writes something into as many braces, each opened by the same text. */
export const nested = (levels: number, open: string, inside: string): string =>
  open.repeat(levels) + inside + '}'.repeat(levels);
/** Fragments that each spread the next one twice: 2^count times what the last one holds. */
export const doubling = (count: number, inside: string): string =>
  `${times(count, (i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on T { ${inside} }`;
