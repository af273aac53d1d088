import type { CombinedError } from '@urql/core';

/** What went wrong with a part of an answer, or with all of it. */
export interface Problem {
  /** Of the closed list that /pengembang shows; NETWORK where the hub itself was not reached. */
  readonly code: string;
  /** For people, in Indonesian, by the hub. */
  readonly sentence: string;
  /** The same in English. */
  readonly message: string;
  /** For developers, in English: what they do about it. */
  readonly fix: string | undefined;
  /** Code of the OPD that it is about. */
  readonly opd: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** `me.permits`, without the places in lists; empty for the whole answer. */
  readonly path: string;
}

const UNREACHED: Problem = {
  code: 'NETWORK',
  sentence: 'Layanan kota tidak dapat dihubungi. Periksa sambungan Anda, lalu coba lagi.',
  message: 'The services of the city cannot be reached. Check your connection, then try again.',
  fix: undefined,
  opd: undefined,
  retryAfterSeconds: undefined,
  path: '',
};

/** The hub has been replaced since the page was loaded, and knows its operations no more. */
const OUTDATED = new Set(['DOCUMENT_UNKNOWN', 'DOCUMENT_NOT_TRUSTED']);
const RELOAD = {
  sentence: 'Halaman ini sudah diperbarui sejak Anda membukanya. Silakan muat ulang halaman.',
  message: 'This page has been updated since you opened it. Please reload it.',
};

/** Lists an answer's problems; several alike are one. */
export function listProblems(error: CombinedError | undefined): Problem[] {
  if (!error) return [];
  if (error.graphQLErrors.length === 0) return [UNREACHED];
  const problems = error.graphQLErrors.map(({ message, extensions = {}, path }) => ({
    code: String(extensions.code ?? 'INTERNAL'),
    sentence: String(extensions.pesan ?? message),
    message,
    fix: typeof extensions.fix === 'string' ? extensions.fix : undefined,
    opd: typeof extensions.opd === 'string' ? extensions.opd : undefined,
    retryAfterSeconds: typeof extensions.retryAfter === 'number' ? extensions.retryAfter : undefined,
    path: (path ?? []).filter((step) => typeof step === 'string').join('.'),
    ...(OUTDATED.has(String(extensions.code)) && RELOAD),
  }));
  return [...new Map(problems.map((one) => [`${one.code} ${one.path} ${one.opd}`, one])).values()];
}

/** The problem of a field, or of something above or below it. */
export function problemAt(problems: readonly Problem[], path: string): Problem | undefined {
  return problems.find(
    (one) => one.path === path || one.path === '' || path.startsWith(`${one.path}.`) || one.path.startsWith(`${path}.`),
  );
}
