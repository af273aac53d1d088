import { type CityLink, listLinks } from './city-links.ts';
import type { SystemControl } from './control.ts';
import { type CityDatabases, type DatabaseSystemName, startCityDatabases } from './database/city-databases.ts';
import { type Dinsos, startDinsos } from './dinsos/server.ts';
import type { LivingRecords } from './living-records.ts';
import type { Person } from './people/person.ts';
import { createPopulation, DEFAULT_PEOPLE, DEFAULT_SEED } from './people/population.ts';
import { type RunningSystem, serveSystem } from './system-server.ts';
import { type HttpSystemName, httpSystemNames, httpSystems } from './systems.ts';

/** The systems of the simulated city. */
export type SystemName = HttpSystemName | DatabaseSystemName | 'dinsos';

/** What may differ between two simulated cities. */
export interface CityOptions {
  /** Number of invented people; never fewer than those with an alias. Default 2,000. */
  readonly people?: number;
  /** The same seed gives the same city. Default 1571. */
  readonly seed?: number;
  /** Ports to listen on; 0 or absent takes a free one. */
  readonly ports?: Partial<Record<SystemName, number>>;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Another name than `bkpsdmd` for BKPSDMD's database, for tests that share a PostgreSQL server. */
  readonly postgresDatabase?: string;
}

/** One of its systems; with `records` where these can be made to change. */
export interface CitySystem {
  readonly url: string;
  readonly controlUrl: string;
  readonly control: SystemControl;
  readonly records?: LivingRecords;
}

/** A running simulated city. */
export interface City {
  /** The environment settings that an operator would give the hub. */
  readonly settings: Readonly<Record<string, string>>;
  readonly systems: Record<SystemName, CitySystem>;
  readonly people: readonly Person[];
  readonly links: readonly CityLink[];
  /** Those of the systems that are databases are down until their servers are connected. */
  readonly databases: Pick<CityDatabases, 'connectMariadb' | 'connectPostgres'>;
  /** Closes every system and destroys the connections at once. */
  stop(): Promise<void>;
}

/** Starts the simulated systems over one invented population; when one cannot listen, none stays up. */
export async function startCity(options: CityOptions = {}): Promise<City> {
  const { people: count = DEFAULT_PEOPLE, seed = DEFAULT_SEED, ports = {}, host = '127.0.0.1' } = options;
  const people = createPopulation(count, seed);
  const running = new Map<HttpSystemName, RunningSystem>();
  let dinsos: Dinsos | undefined;
  let databases: CityDatabases | undefined;
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values(), dinsos, databases].map((system) => system?.stop()));
  };
  try {
    const settings: Record<string, string> = {};
    for (const name of httpSystemNames) {
      const system = await serveSystem(httpSystems[name].create(people, seed), ports[name] ?? 0, host);
      running.set(name, system);
      Object.assign(settings, httpSystems[name].settings(system.url));
    }
    dinsos = await startDinsos(people, seed, { port: ports.dinsos ?? 0, host });
    databases = await startCityDatabases({ ...options, people, seed, ports, host });
    Object.assign(settings, dinsos.settings, databases.settings);
    const http = Object.fromEntries(running) as Record<HttpSystemName, RunningSystem>;
    return {
      settings,
      systems: { ...http, dinsos, ...databases.systems },
      databases,
      people,
      links: listLinks(people, seed),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
