import { readFileSync } from 'node:fs';
import type { Citizen } from '../city/citizens.ts';
import { toBills } from './bills.ts';
import { toComplaints } from './complaints.ts';
import { createLegacySystem, type LegacySystem } from './legacy-system.ts';
import { toPermit, toPermitRows, toSteps } from './permits.ts';
import { toPerson } from './person.ts';

type Settings = Readonly<Record<string, string | undefined>>;
type Part<Result> = (citizen: Citizen) => Promise<Result>;

/** Builds a citizen's Home: four systems in parallel, and the steps of each permit once the permits are known. */
export function createHome(settings: Settings) {
  const person = personOf(settings);
  const permits = permitsOf(settings);
  const taxBills = billsOf(settings);
  const complaints = complaintsOf(settings);
  return async (citizen: Citizen) => {
    const [identity, permitList, bills, complaintList] = await Promise.all([
      person(citizen),
      permits(citizen),
      taxBills(citizen),
      complaints(citizen),
    ]);
    return { nik: citizen.nik, ...identity, permits: permitList, taxBills: bills, complaints: complaintList };
  };
}

function personOf(settings: Settings): Part<ReturnType<typeof toPerson>> {
  const system = createLegacySystem(settings.DUKCAPIL_URL);
  const account = {
    user_id: settings.DUKCAPIL_USER_ID,
    password: settings.DUKCAPIL_PASSWORD,
    ip_user: settings.DUKCAPIL_IP_USER,
  };
  return async ({ nik }) =>
    toPerson(await system.ask('/dukcapil/get_json/1571/DISKOMINFO/call_nik', { nik, ...account }));
}

function permitsOf(settings: Settings): Part<readonly object[]> {
  const system = createLegacySystem(settings.DPMPTSP_URL);
  let session: Promise<Record<string, string>> | undefined;
  return async ({ nik }) => {
    session ??= logIn(system, { username: settings.DPMPTSP_USER, password: settings.DPMPTSP_PASSWORD });
    const headers = await session;
    const answer = await system.ask('/izin/cari', { nik }, headers);
    const { rows, source } = toPermitRows(answer);
    return Promise.all(
      rows.map(async (row) => {
        const steps = await system.ask('/izin/riwayat', { no_izin: row.no_izin }, headers);
        return { ...toPermit(row), timeline: toSteps(steps), source };
      }),
    );
  };
}

async function logIn(system: LegacySystem, account: object): Promise<Record<string, string>> {
  const { data } = (await system.ask('/auth/login', account)) as { data: { token: string } };
  return { authorization: `Bearer ${data.token}` };
}

function billsOf(settings: Settings): Part<readonly object[]> {
  const system = createLegacySystem(settings.BPPRD_URL);
  return async ({ nops }) => {
    const now = new Date(Date.now() + 7 * 3_600_000).toISOString();
    const rest = {
      MasaPajak: now.slice(0, 4),
      DateTime: `${now.slice(0, 10)} ${now.slice(11, 19)}`,
      Merchant: settings.BPPRD_MERCHANT,
    };
    const answers = await Promise.all(nops.map((nop) => system.ask('/pbb/inquiry', { Nop: nop, ...rest })));
    return answers.flatMap(toBills);
  };
}

function complaintsOf(settings: Settings): Part<readonly object[]> {
  const system = createLegacySystem(settings.SIKESAL_URL);
  const headers = { 'x-api-key': settings.SIKESAL_API_KEY ?? '' };
  const registry = new URL('../../../src/city/registry/opds.json', import.meta.url);
  const opds = JSON.parse(readFileSync(registry, 'utf8')) as { code: string; name: string }[];
  const opdNames = new Map(opds.map(({ code, name }) => [code, name]));
  return async ({ nik }) => toComplaints(await system.ask('/api/laporan/cari', { nik }, headers), opdNames);
}
