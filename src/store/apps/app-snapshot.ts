import type { RegisteredApp } from '../../ports/app-registry.ts';
import type { AppRow } from './app-records.ts';

/** The applications that are not revoked, as they were read last. */
export interface AppSnapshot {
  readonly apps: ReadonlyMap<string, KnownApp>;
  readonly origins: ReadonlySet<string>;
}

export interface KnownApp {
  readonly app: RegisteredApp;
  readonly secretHash: Buffer | undefined;
  /** All that is known of it, to see a change. */
  readonly text: string;
}

export const emptySnapshot: AppSnapshot = { apps: new Map(), origins: new Set() };

/** Makes the next snapshot; what has not changed stays the same object, because others remember by it. */
export function createSnapshot(rows: readonly AppRow[], before: AppSnapshot): AppSnapshot {
  const apps = new Map(rows.map((row) => [row.id, knowApp(row, before.apps.get(row.id))]));
  return { apps, origins: new Set(rows.flatMap(({ origins }) => origins)) };
}

function knowApp(row: AppRow, before: KnownApp | undefined): KnownApp {
  const text = JSON.stringify(row);
  if (before?.text === text) return before;
  const { id, name, owner, party, scopes, purposes, origins, redirect_uris, per_minute, secret_hash } = row;
  const app: RegisteredApp = {
    id,
    name,
    owner,
    party,
    scopes: new Set(scopes),
    purposes,
    redirectUris: redirect_uris,
    origins,
    perMinute: per_minute,
    hasSecret: secret_hash !== null,
  };
  return { app, secretHash: secret_hash ?? undefined, text };
}
