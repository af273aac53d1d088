import type { SystemName } from './city.ts';
import { databaseSystemNames } from './database/city-databases.ts';
import { httpSystemNames } from './systems.ts';

const systemNames: readonly SystemName[] = [...httpSystemNames, 'dinsos', ...databaseSystemNames];

/** The simulated city's settings, as the environment gives them. */
export interface DemoSettings {
  readonly people: number;
  readonly seed: number;
  readonly ports: Readonly<Partial<Record<SystemName, number>>>;
  readonly issuerPort: number;
  readonly staffIssuerPort?: number;
  /** Seconds from one change of a record to the next; 0 or absent is a city in which nothing happens. */
  readonly lifeSeconds?: number;
}

interface DemoSetting {
  readonly name: string;
  readonly describe: string;
  readonly fallback: number;
  readonly max: number;
}

const portOf = (name: string, whose: string): DemoSetting => ({
  name,
  describe: `Port of ${whose}; 0 for any free one.`,
  fallback: 0,
  max: 65_535,
});

function portSetting(name: string): string {
  return `DEMO_${name.toUpperCase().replaceAll('-', '_')}_PORT`;
}

/** Every setting of the simulated city, with its meaning and default. */
export const demoSettings: readonly DemoSetting[] = [
  {
    name: 'DEMO_PEOPLE',
    describe: 'How many invented people live in the simulated city.',
    fallback: 2000,
    max: 200_000,
  },
  { name: 'DEMO_SEED', describe: 'The same seed invents the same people.', fallback: 1571, max: 2_147_483_647 },
  {
    name: 'DEMO_LIFE_SECONDS',
    describe: 'So often a record changes in one of the simulated systems; 0 for never.',
    fallback: 20,
    max: 86_400,
  },
  ...systemNames.map((name) => portOf(portSetting(name), `the simulated system ${name}`)),
  portOf('DEMO_ISSUER_PORT', 'the issuer for citizens; kept from start to start when 0'),
  portOf('DEMO_STAFF_ISSUER_PORT', 'the issuer for those in office; kept from start to start when 0'),
];

/** Reads the settings. @throws Error whose message names what is malformed or unknown. */
export function readDemoSettings(environment: Readonly<Record<string, string | undefined>>): DemoSettings {
  const known = demoSettings.map((setting) => setting.name);
  const unknown = Object.keys(environment).find((name) => name.startsWith('DEMO_') && !known.includes(name));
  if (unknown) throw new Error(`${unknown} is not a setting of the simulated city. Known: ${known.join(', ')}`);
  const values = new Map(demoSettings.map((setting) => [setting.name, readNumber(environment[setting.name], setting)]));
  const get = (name: string): number => values.get(name) ?? 0;
  return {
    people: get('DEMO_PEOPLE'),
    seed: get('DEMO_SEED'),
    ports: Object.fromEntries(systemNames.map((name) => [name, get(portSetting(name))])),
    issuerPort: get('DEMO_ISSUER_PORT'),
    staffIssuerPort: get('DEMO_STAFF_ISSUER_PORT'),
    lifeSeconds: get('DEMO_LIFE_SECONDS'),
  };
}

function readNumber(text: string | undefined, { name, fallback, max }: DemoSetting): number {
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new Error(`${name} must be a whole number from 0 to ${max}`);
}
