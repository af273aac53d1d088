import { createTaxRegister } from './bpprd/records.ts';
import { BPPRD_MERCHANT, createBpprd } from './bpprd/server.ts';
import type { SystemControl } from './control.ts';
import { createRegistry } from './disdukcapil/records.ts';
import { createDisdukcapil, DUKCAPIL_ACCOUNT } from './disdukcapil/server.ts';
import { createPermitBook } from './dpmptsp/records.ts';
import { createDpmptsp, DPMPTSP_ACCOUNT } from './dpmptsp/server.ts';
import type { LegacySystem } from './legacy-system.ts';
import type { Person } from './people/person.ts';
import { createPopulation, DEFAULT_PEOPLE, DEFAULT_SEED } from './people/population.ts';
import { createComplaintDesk } from './sikesal/records.ts';
import { createSikesal, SIKESAL_API_KEY } from './sikesal/server.ts';
import { type RunningSystem, serveSystem } from './system-server.ts';

/** The systems of the simulated city. */
export type SystemName = 'disdukcapil' | 'dpmptsp' | 'bpprd' | 'sikesal';

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
}

/** Which tax object belongs to whom: the tax office itself can only be asked by NOP. */
interface Link {
  readonly nik: string;
  readonly kind: 'nop';
  readonly value: string;
}

/** A running simulated city. */
export interface City {
  /** The environment settings that an operator would give the hub. */
  readonly settings: Record<string, string>;
  readonly systems: Record<SystemName, { url: string; controlUrl: string; control: SystemControl }>;
  readonly people: readonly Person[];
  readonly links: readonly Link[];
  /** Closes every system and destroys the connections at once. */
  stop(): Promise<void>;
}

/** Starts the four simulated systems over one invented population; when one cannot listen, none stays up. */
export async function startCity(options: CityOptions = {}): Promise<City> {
  const { people: count = DEFAULT_PEOPLE, seed = DEFAULT_SEED, ports = {}, host = '127.0.0.1' } = options;
  const people = createPopulation(count, seed);
  const running: RunningSystem[] = [];
  const start = async (system: LegacySystem): Promise<RunningSystem> => {
    const started = await serveSystem(system, ports[system.name as SystemName] ?? 0, host);
    running.push(started);
    return started;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((system) => system.stop()));
  };
  try {
    const systems = {
      disdukcapil: await start(createDisdukcapil(createRegistry(people))),
      dpmptsp: await start(createDpmptsp(createPermitBook(people, seed))),
      bpprd: await start(createBpprd(createTaxRegister(people, seed))),
      sikesal: await start(createSikesal(createComplaintDesk(people, seed))),
    };
    return { settings: settingsFor(systems), systems, people, links: listLinks(people), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function settingsFor(systems: Readonly<Record<SystemName, RunningSystem>>): Record<string, string> {
  return {
    DUKCAPIL_URL: systems.disdukcapil.url,
    DUKCAPIL_USER_ID: DUKCAPIL_ACCOUNT.userId,
    DUKCAPIL_PASSWORD: DUKCAPIL_ACCOUNT.password,
    DUKCAPIL_IP_USER: DUKCAPIL_ACCOUNT.ipUser,
    DPMPTSP_URL: systems.dpmptsp.url,
    DPMPTSP_USER: DPMPTSP_ACCOUNT.username,
    DPMPTSP_PASSWORD: DPMPTSP_ACCOUNT.password,
    BPPRD_URL: systems.bpprd.url,
    BPPRD_MERCHANT,
    SIKESAL_URL: systems.sikesal.url,
    SIKESAL_API_KEY,
  };
}

function listLinks(people: readonly Person[]): Link[] {
  return people.flatMap(({ nik, nops }) => nops.map((value) => ({ nik, kind: 'nop' as const, value })));
}
