import type { RequestSession } from './request-session.ts';

/** The context that every resolver of a connector gets. */
export interface ResolverContext {
  readonly session: RequestSession;
  /** Whoever asks; a citizen has his NIK. */
  readonly caller?: { readonly kind: string; readonly nik?: string };
}

export type FieldResolver = (
  parent: Readonly<Record<string, unknown>>,
  args: Readonly<Record<string, unknown>>,
  context: ResolverContext,
) => unknown;

/** Resolvers by type and field. */
export type Resolvers = Record<string, Record<string, FieldResolver>>;
