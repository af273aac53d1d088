import { SpecMistake } from '../protocol.ts';

export type Dialect = 'postgres' | 'mysql';

/** Where a database is and who asks it; holds a password, so never log it. */
export interface DatabaseAddress {
  readonly dialect: Dialect;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** What TLS must prove, or false for none. */
  readonly tls: false | { readonly rejectUnauthorized: boolean };
}

const DIALECTS: Readonly<Record<string, Dialect>> = {
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
  'mysql:': 'mysql',
  'mariadb:': 'mysql',
};
const PORTS: Readonly<Record<Dialect, number>> = { postgres: 5432, mysql: 3306 };
const EXAMPLE = 'write it like: postgres://hub:password@10.1.2.3:5432/tirta, or mysql://…';
const TLS_MODES: Readonly<Record<string, DatabaseAddress['tls']>> = {
  disable: false,
  require: { rejectUnauthorized: false },
  'verify-full': { rejectUnauthorized: true },
};

/** The dialect of an address's scheme, if it is one of a database. */
export function findDialect(address: unknown): Dialect | undefined {
  const scheme = /^[a-z]+:/i.exec(String(address))?.[0].toLowerCase();
  return scheme === undefined ? undefined : DIALECTS[scheme];
}

/** @throws SpecMistake, which does not repeat the address: it holds a password. */
export function readAddress(text: string): DatabaseAddress {
  const dialect = findDialect(text);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const database = url && decode(url.pathname.slice(1));
  if (!dialect || !url || url.hostname === '' || url.username === '' || !database || database.includes('/'))
    throw new SpecMistake('sql', 'is not the address of a database', EXAMPLE);
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  const tls = TLS_MODES[mode];
  if (tls === undefined || [...url.searchParams.keys()].some((key) => key !== 'sslmode'))
    throw new SpecMistake(
      'sql',
      'has an option that is not known',
      `known: sslmode=${Object.keys(TLS_MODES).join('|')}`,
    );
  return {
    dialect,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORTS[dialect] : Number(url.port),
    user: decode(url.username),
    password: decode(url.password),
    database,
    tls,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SpecMistake('sql', 'has a % that encodes nothing', 'write % in a password as %25');
  }
}
