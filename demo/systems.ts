import { createTaxRegister } from './bpprd/records.ts';
import { BPPRD_MERCHANT, createBpprd } from './bpprd/server.ts';
import { createRegistry } from './disdukcapil/records.ts';
import { createDisdukcapil, DUKCAPIL_ACCOUNT } from './disdukcapil/server.ts';
import { createVehicleRegister } from './dishub/records.ts';
import { createDishub, DISHUB_ACCOUNT } from './dishub/server.ts';
import { createCardFile } from './disnaker/records.ts';
import { createDisnaker, DISNAKER_CLIENT } from './disnaker/server.ts';
import { createPermitBook } from './dpmptsp/records.ts';
import { createDpmptsp, DPMPTSP_ACCOUNT } from './dpmptsp/server.ts';
import { createEsakip, ESAKIP_API_KEY } from './esakip/server.ts';
import type { LegacySystem } from './legacy-system.ts';
import { createBusinessRegister } from './oss/records.ts';
import { createOss, OSS_USER_KEY } from './oss/server.ts';
import type { Person } from './people/person.ts';
import { createQueueBook } from './rsud/records.ts';
import { createRsud, RSUD_ACCOUNT } from './rsud/server.ts';
import { createLicenceBook } from './sicantik/records.ts';
import { createSicantik, SICANTIK_ACCOUNT } from './sicantik/server.ts';
import { createComplaintDesk } from './sikesal/records.ts';
import { createSikesal, SIKESAL_API_KEY } from './sikesal/server.ts';

/** A system of the city that speaks HTTP. */
interface HttpSystem {
  create(people: readonly Person[], seed: number): LegacySystem;
  /** The environment settings that an operator would give the hub. */
  settings(url: string): Readonly<Record<string, string>>;
}

/** The simulated systems that speak HTTP, by the names that tests, ports and faults use. */
export const httpSystems = {
  disdukcapil: {
    create: (people) => createDisdukcapil(createRegistry(people)),
    settings: (url) => ({
      DUKCAPIL_URL: url,
      DUKCAPIL_USER_ID: DUKCAPIL_ACCOUNT.userId,
      DUKCAPIL_PASSWORD: DUKCAPIL_ACCOUNT.password,
      DUKCAPIL_IP_USER: DUKCAPIL_ACCOUNT.ipUser,
    }),
  },
  dpmptsp: {
    create: (people, seed) => createDpmptsp(createPermitBook(people, seed)),
    settings: (url) => ({
      DPMPTSP_URL: url,
      DPMPTSP_USER: DPMPTSP_ACCOUNT.username,
      DPMPTSP_PASSWORD: DPMPTSP_ACCOUNT.password,
    }),
  },
  bpprd: {
    create: (people, seed) => createBpprd(createTaxRegister(people, seed)),
    settings: (url) => ({ BPPRD_URL: url, BPPRD_MERCHANT }),
  },
  dishub: {
    create: (people, seed) => createDishub(createVehicleRegister(people, seed)),
    settings: (url) => ({
      DISHUB_URL: url,
      DISHUB_USER: DISHUB_ACCOUNT.user,
      DISHUB_PASSWORD: DISHUB_ACCOUNT.password,
    }),
  },
  sikesal: {
    create: (people, seed) => createSikesal(createComplaintDesk(people, seed)),
    settings: (url) => ({ SIKESAL_URL: url, SIKESAL_API_KEY }),
  },
  rsud: {
    create: (people, seed) => createRsud(createQueueBook(people, seed)),
    settings: (url) => ({
      RSUD_ANTREAN_URL: url,
      RSUD_ANTREAN_USER: RSUD_ACCOUNT.user,
      RSUD_ANTREAN_PASSWORD: RSUD_ACCOUNT.password,
    }),
  },
  sicantik: {
    create: (people, seed) => createSicantik(createLicenceBook(people, seed)),
    settings: (url) => ({
      SICANTIK_URL: url,
      SICANTIK_TOKEN: SICANTIK_ACCOUNT.token,
      SICANTIK_APIKEY: SICANTIK_ACCOUNT.apikey,
      SICANTIK_SALT: SICANTIK_ACCOUNT.salt,
      SICANTIK_UUID: SICANTIK_ACCOUNT.uuid,
      SICANTIK_INSTANSI: SICANTIK_ACCOUNT.instansi,
    }),
  },
  oss: {
    create: (people, seed) => createOss(createBusinessRegister(people, seed)),
    settings: (url) => ({ OSS_URL: url, OSS_USER_KEY }),
  },
  disnaker: {
    create: (people, seed) => createDisnaker(createCardFile(people, seed)),
    settings: (url) => ({
      DISNAKER_URL: url,
      DISNAKER_CLIENT_ID: DISNAKER_CLIENT.id,
      DISNAKER_CLIENT_SECRET: DISNAKER_CLIENT.secret,
    }),
  },
  esakip: {
    create: (_people, seed) => createEsakip(seed),
    settings: (url) => ({ ESAKIP_URL: url, ESAKIP_API_KEY }),
  },
} as const satisfies Readonly<Record<string, HttpSystem>>;

export type HttpSystemName = keyof typeof httpSystems;

export const httpSystemNames = Object.keys(httpSystems) as HttpSystemName[];
