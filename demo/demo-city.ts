import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listEmployees } from './bkpsdmd/employees.ts';
import { deliverPayments } from './bpkad/deliver.ts';
import { type City, type CityOptions, startCity } from './city.ts';
import { type Issuer, startIssuer } from './issuer/index.ts';
import { staff } from './people/staff.ts';
import type { DemoSettings } from './settings.ts';
import { writeApps } from './write-apps.ts';

/** The simulated systems and the demo issuer, together as `npm start` runs them. */
export interface DemoCity {
  readonly city: City;
  readonly issuer: Issuer;
  /** The environment that an operator of this city would give the hub. */
  readonly hubEnvironment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** What tokens of the demo issuer are for; the hub's default audience. */
const AUDIENCE = 'hub-kota-jambi';

/** Starts the simulated systems and the issuer, or nothing. */
export async function startDemoCity(
  settings: DemoSettings & Pick<CityOptions, 'postgresDatabase'>,
  dataDir: string,
  hubOrigins: readonly string[],
  audience = AUDIENCE,
): Promise<DemoCity> {
  createFolder(dataDir);
  const city = await startCity(settings);
  try {
    const issuer = await startIssuer({
      ...(settings.issuerPort > 0 && { port: settings.issuerPort }),
      dataDir: join(dataDir, 'issuer'),
      people: [...city.people.map(({ nik, name, alias }) => ({ nik, name, ...(alias && { alias }) })), ...staff],
      audience,
      hubOrigins: [...hubOrigins],
    });
    const linksFile = join(dataDir, 'links.csv');
    writeFileSync(
      linksFile,
      ['nik,kind,value', ...city.links.map(({ nik, kind, value }) => `${nik},${kind},${value}`), ''].join('\n'),
      { mode: 0o600 },
    );
    const payments = deliverPayments(join(dataDir, 'bpkad'), listEmployees(city.people, settings.seed), settings.seed);
    const hubEnvironment = {
      ...city.settings,
      ...payments,
      HUB_OIDC_ISSUER: issuer.url,
      HUB_OIDC_AUDIENCE: audience,
      HUB_EXPLORER_TOKEN_ENDPOINT: issuer.tokenEndpoint,
      HUB_LINKS_FILE: linksFile,
      HUB_APPS_FILE: writeApps(dataDir),
    };
    return { city, issuer, hubEnvironment, stop: async () => void (await Promise.all([city.stop(), issuer.stop()])) };
  } catch (error) {
    await city.stop();
    throw error;
  }
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
