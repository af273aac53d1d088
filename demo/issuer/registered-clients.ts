import type { ClientMetadata } from 'oidc-provider';
import { CITIZEN_GRANT } from './demo-client.ts';
import { HUB_SCOPE } from './scopes.ts';

/** Looks an app up where apps are registered; undefined where there is none of this name. */
export type FindClient = (clientId: string) => Promise<ClientMetadata | undefined>;

/** The field of a client's metadata that names the origins of its pages. */
export const ALLOWED_ORIGINS = 'allowed_origins';

/** The apps that are registered elsewhere, as this issuer takes them. */
export interface RegisteredClients {
  readonly find: FindClient;
  /** Whether pages of this origin belong to an app that has been looked up since the start. */
  hasOrigin(origin: string): boolean;
}

/** Keeps more than a demo has apps; a stranger's guesses at names are not kept at all. */
const MAX_ORIGINS = 1000;

/** Takes registered apps in as public clients with code and refresh tokens and, in the demo only, its own grant. */
export function createRegisteredClients(findClient: FindClient | undefined): RegisteredClients {
  const origins = new Set<string>();
  return {
    find: async (clientId) => {
      const found = await findClient?.(clientId);
      if (found?.client_id !== clientId) return undefined;
      for (const origin of listOrigins(found[ALLOWED_ORIGINS])) if (origins.size < MAX_ORIGINS) origins.add(origin);
      // Apart, because oidc-provider knows by name the scopes of a log-in alone and refuses the hub's.
      const { scope, ...metadata } = found;
      return {
        ...metadata,
        [HUB_SCOPE]: scope ?? '',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token', CITIZEN_GRANT],
        response_types: ['code'],
      };
    },
    hasOrigin: (origin) => origins.has(origin),
  };
}

/** The origins that a client's metadata lists; anything else in the field counts for nothing. */
export function listOrigins(field: unknown): string[] {
  return Array.isArray(field) ? field.filter((origin) => typeof origin === 'string') : [];
}
