import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { listEmployees } from './bkpsdmd/employees.ts';
import { deliverPayments } from './bpkad/deliver.ts';
import { type City, type CityOptions, startCity } from './city.ts';
import { createHubClients } from './hub-clients.ts';
import { makeInspektoratKey } from './inspektorat-key.ts';
import { type Issuer, type IssuerOptions, startIssuer } from './issuer/index.ts';
import { staff } from './people/staff.ts';
import { placeFile } from './place-file.ts';
import type { DemoSettings } from './settings.ts';
import { deliverSurvey } from './skm/deliver.ts';
import { writeApps } from './write-apps.ts';

/** The simulated systems and the issuers, together as `npm start` runs them. */
export interface DemoCity {
  readonly city: City;
  /** Vouches for citizens. */
  readonly issuer: Issuer;
  /** Vouches for those in office. */
  readonly staffIssuer: Issuer;
  /** The environment that an operator of this city would give the hub. */
  readonly hubEnvironment: Readonly<Record<string, string>>;
  /** Tells the issuers where a hub listens: apps are registered with the first, and pages of all may ask for tokens. */
  meetHub(...origins: readonly string[]): void;
  stop(): Promise<void>;
}

/** What tokens of the issuers are for; the hub's default audience. */
const AUDIENCE = 'hub-kota-jambi';

/** Starts the simulated systems and the issuers, or nothing. */
export async function startDemoCity(
  settings: DemoSettings & Pick<CityOptions, 'postgresDatabase'>,
  dataDir: string,
  audience = AUDIENCE,
): Promise<DemoCity> {
  createFolder(dataDir);
  const city = await startCity(settings);
  const running: Issuer[] = [];
  const stop = async () => void (await Promise.all([city, ...running].map((one) => one.stop())));
  try {
    // Empty until a hub listens: who listens first and says where can be given no port that is taken.
    const hubOrigins = new Set<string>();
    const findClient = createHubClients(hubOrigins);
    const common = { audience, hubOrigins, findClient };
    const issuer = await startIssuer({ ...common, ...describeCitizensIssuer(settings, city, dataDir) });
    running.push(issuer);
    const staffIssuer = await startIssuer({ ...common, ...describeStaffIssuer(settings, dataDir) });
    running.push(staffIssuer);
    const payments = deliverPayments(join(dataDir, 'bpkad'), listEmployees(city.people, settings.seed), settings.seed);
    const hubEnvironment = {
      ...city.settings,
      ...payments,
      ...deliverSurvey(join(dataDir, 'skm'), settings.seed),
      HUB_OIDC_ISSUER: issuer.url,
      HUB_OIDC_AUDIENCE: audience,
      HUB_EXPLORER_TOKEN_ENDPOINT: issuer.tokenEndpoint,
      HUB_APPS_FILE: writeApps(dataDir),
      HUB_LINKS_FILE: writeLinks(city, dataDir),
      HUB_OIDC_STAFF_ISSUER: staffIssuer.url,
      HUB_INSPEKTORAT_KEY: makeInspektoratKey(dataDir),
    };
    const meetHub = (...origins: readonly string[]) => {
      for (const origin of origins) hubOrigins.add(origin);
    };
    return { city, issuer, staffIssuer, hubEnvironment, meetHub, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type RealmOptions = Omit<IssuerOptions, 'audience' | 'hubOrigins' | 'findClient'>;

function describeCitizensIssuer({ issuerPort }: DemoSettings, city: City, dataDir: string): RealmOptions {
  return {
    realm: 'citizens',
    ...(issuerPort > 0 && { port: issuerPort }),
    dataDir: join(dataDir, 'issuer'),
    people: city.people.map(({ nik, name, alias }) => ({ nik, name, ...(alias && { alias }) })),
  };
}

function describeStaffIssuer({ staffIssuerPort = 0 }: DemoSettings, dataDir: string): RealmOptions {
  return {
    realm: 'staff',
    ...(staffIssuerPort > 0 && { port: staffIssuerPort }),
    dataDir: join(dataDir, 'issuer-staff'),
    people: staff,
  };
}

function writeLinks({ links }: City, dataDir: string): string {
  const file = join(dataDir, 'links.csv');
  const rows = links.map(({ nik, kind, value }) => `${nik},${kind},${value}`);
  placeFile(file, ['nik,kind,value', ...rows, ''].join('\n'));
  return file;
}

function createFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new Error(
      `Cannot write into the data folder ${dataDir} (${code}). Set HUB_DATA_DIR to a folder of your own.`,
    );
  }
}
