import { HubError } from '../../base/hub-error.ts';
import type { Database } from '../database.ts';
import { withStoreErrors } from '../store-error.ts';
import { type AppDefinition, checkAppDefinition } from './app-definition.ts';
import { createAppSecret, hashAppSecret } from './app-secret.ts';

/** The PostgreSQL channel on which hubs tell each other that applications have changed. */
export const APPS_CHANNEL = 'apps_changed';

/** An application as it is registered, revoked ones too. */
export interface AppRecord extends AppDefinition {
  readonly hasSecret: boolean;
  readonly createdAt: Date;
  readonly revokedAt: Date | undefined;
}

/** What operators do with the register; every hub on this database hears of it. */
export interface AppRecords {
  /** Registers an application, or one that was revoked anew. @throws HubError BAD_USER_INPUT when there is one of this id. */
  add(app: AppDefinition): Promise<void>;
  /** Registers what is new and changes what differs; a revoked one stays revoked, whatever a file still says. */
  upsert(apps: readonly AppDefinition[]): Promise<void>;
  /** Ends an application and its secret. @throws HubError NOT_FOUND */
  revoke(id: string): Promise<void>;
  /** Gives an application a new secret, the only copy, and ends the old one. @throws HubError NOT_FOUND */
  rotateSecret(id: string): Promise<string>;
  list(): Promise<AppRecord[]>;
}

const INSERT = `
  insert into apps (id, name, owner, party, scopes, purposes, redirect_uris, origins, per_minute)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (id) do update set
    name = excluded.name, owner = excluded.owner, party = excluded.party, scopes = excluded.scopes,
    purposes = excluded.purposes, redirect_uris = excluded.redirect_uris, origins = excluded.origins,
    per_minute = excluded.per_minute`;
const ADD = `${INSERT}, secret_hash = null, created_at = now(), revoked_at = null where apps.revoked_at is not null`;
const UPSERT = `${INSERT}
  where (apps.name, apps.owner, apps.party, apps.scopes, apps.purposes, apps.redirect_uris, apps.origins, apps.per_minute)
    is distinct from (excluded.name, excluded.owner, excluded.party, excluded.scopes, excluded.purposes,
      excluded.redirect_uris, excluded.origins, excluded.per_minute)`;
const REVOKE = 'update apps set revoked_at = now(), secret_hash = null where id = $1 and revoked_at is null';
const ROTATE = 'update apps set secret_hash = $2 where id = $1 and revoked_at is null';
const LIST = 'select * from apps order by id';

/** Creates the register's writing side on the hub's database. */
export function createAppRecords({ pool }: Pick<Database, 'pool'>): AppRecords {
  const change = (statement: string, values: readonly unknown[]): Promise<boolean> =>
    withStoreErrors(async () => {
      const { rowCount } = await pool.query(statement, [...values]);
      if (!rowCount) return false;
      await pool.query('select pg_notify($1, $2)', [APPS_CHANNEL, '']);
      return true;
    });
  return {
    add: async (app) => {
      checkAppDefinition(app);
      if (await change(ADD, valuesOf(app))) return;
      throw new HubError('BAD_USER_INPUT', `There is an app ${app.id} already`, {
        fix: 'Choose another --id; revoke it first to register it anew, or change it in HUB_APPS_FILE.',
      });
    },
    upsert: async (apps) => {
      for (const app of apps) {
        checkAppDefinition(app);
        await change(UPSERT, valuesOf(app));
      }
    },
    revoke: async (id) => {
      if (!(await change(REVOKE, [id]))) throw unknown(id);
    },
    rotateSecret: async (id) => {
      const secret = createAppSecret();
      if (!(await change(ROTATE, [id, hashAppSecret(secret)]))) throw unknown(id);
      return secret;
    },
    list: () => withStoreErrors(async () => (await pool.query<AppRow>(LIST)).rows.map(asRecord)),
  };
}

/** A row of the table. */
export interface AppRow {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly party: 'city' | 'other';
  readonly scopes: string[];
  readonly purposes: string[];
  readonly redirect_uris: string[];
  readonly origins: string[];
  readonly per_minute: number;
  readonly secret_hash: Buffer | null;
  readonly created_at: Date;
  readonly revoked_at: Date | null;
}

function valuesOf(app: AppDefinition): unknown[] {
  const { id, name, owner, party, scopes, purposes, redirectUris, origins, perMinute } = app;
  return [id, name, owner, party, scopes, purposes, redirectUris, origins, perMinute];
}

function asRecord(row: AppRow): AppRecord {
  const { redirect_uris: redirectUris, per_minute: perMinute, secret_hash, created_at, revoked_at, ...same } = row;
  const times = { createdAt: created_at, revokedAt: revoked_at ?? undefined };
  return { ...same, redirectUris, perMinute, hasSecret: secret_hash !== null, ...times };
}

function unknown(id: string): HubError {
  return new HubError('NOT_FOUND', `There is no app ${id}, or it has been revoked`, {
    fix: 'Those that there are: npm run hub -- app list',
  });
}
