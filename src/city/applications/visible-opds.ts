import type { Mandate } from '../../identity/index.ts';

/**
 * The agencies whose applications somebody may see, undefined for all: the list is the hub's, what stands in it is
 * theirs. An application sees those of its scopes, an officer those of his own OPD's case.
 */
export function listVisibleOpds({
  caller,
  openCase,
}: Pick<Mandate, 'caller' | 'openCase'>): readonly string[] | undefined {
  switch (caller.kind) {
    case 'citizen':
      return caller.scopes.has('citizen')
        ? undefined
        : [...caller.scopes].map((scope) => scope.replace(/^citizen\./, ''));
    case 'staff':
      return openCase?.kind === 'break-glass' ? undefined : [openCase?.opd ?? ''];
    default:
      return [];
  }
}
