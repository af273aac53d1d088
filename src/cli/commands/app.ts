import { HubError } from '../../base/hub-error.ts';
import { type AppRecord, createAppRecords } from '../../store/index.ts';
import { readAppArguments } from '../app/read-app-arguments.ts';
import type { Run } from '../command.ts';
import { paint } from '../paint.ts';
import { withDatabase } from '../with-database.ts';

const USAGE = 'npm run hub -- app add|list|revoke <id>|rotate-secret <id>';

/** `app …`: registers applications with the hub, whether or not it runs; a hub that runs hears of it at once. */
export const runApp: Run = async ([what = '', ...rest]) => {
  switch (what) {
    case 'add':
      return add(rest);
    case 'list':
      return list();
    case 'revoke':
      return revoke(readId(rest));
    case 'rotate-secret':
      return rotateSecret(readId(rest));
    default:
      throw new HubError('BAD_USER_INPUT', `Say what to do: ${USAGE}`);
  }
};

async function add(args: string[]): Promise<number> {
  const { app, wantsSecret } = readAppArguments(args);
  const secret = await withDatabase(async (database) => {
    const records = createAppRecords(database);
    await records.add(app);
    return wantsSecret ? records.rotateSecret(app.id) : undefined;
  });
  console.log(`${app.id} is registered.`);
  if (secret !== undefined) printSecret(secret);
  return 0;
}

async function list(): Promise<number> {
  const apps = await withDatabase((database) => createAppRecords(database).list());
  for (const app of apps) console.log(describe(app));
  if (apps.length === 0) console.log('No app is registered: npm run hub -- app add --name … --owner … --purpose …');
  return 0;
}

async function revoke(id: string): Promise<number> {
  await withDatabase((database) => createAppRecords(database).revoke(id));
  console.log(`${id} is revoked: no hub on this database lets it in after five seconds.`);
  return 0;
}

async function rotateSecret(id: string): Promise<number> {
  const secret = await withDatabase((database) => createAppRecords(database).rotateSecret(id));
  console.log(`${id} has a new secret; the old one is worth nothing any more.`);
  printSecret(secret);
  return 0;
}

function printSecret(secret: string): void {
  console.log(`client_secret: ${secret}\nIt is shown this once: the hub keeps only its hash.`);
}

function readId([id, ...others]: string[]): string {
  if (id && others.length === 0) return id;
  throw new HubError('BAD_USER_INPUT', `Say which app: ${USAGE}`);
}

function describe(app: AppRecord): string {
  const { id, name, owner, party, scopes, purposes, origins, perMinute, hasSecret, revokedAt } = app;
  const title = `${paint('bold', id)}  ${name} (${owner})${revokedAt ? paint('red', ' revoked') : ''}`;
  const whose = party === 'city' ? "one of the city's own" : 'needs consent';
  return [
    title,
    `  ${whose}; ${perMinute} requests a minute${hasSecret ? '; has a secret' : ''}`,
    `  scopes: ${scopes.join(' ') || 'none'}   purposes: ${purposes.join(' ')}`,
    ...(origins.length > 0 ? [`  pages of: ${origins.join(' ')}`] : []),
  ].join('\n');
}
