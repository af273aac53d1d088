import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningProcess, startProcess } from '../process/start-process.ts';
import { CITIZENS_FILE, type LoggedInCitizen, toHeaders } from './city/citizens.ts';
import { CLIENT_ID, startTokenIssuer } from './city/token-issuer.ts';
import type { UpstreamReady } from './city/upstream.ts';

/** What all contenders share: recorded systems, citizens with tokens, and who issued them. */
export interface OpenCity {
  readonly upstream: RunningProcess<UpstreamReady>;
  readonly citizens: readonly LoggedInCitizen[];
  readonly issuerUrl: string;
  readonly linksFile: string;
  readonly appsFile: string;
  /** What the load generator sends in the citizens' names. */
  readonly headersFile: string;
  /** Settings of the systems, and where the citizens are, for every process. */
  readonly env: Readonly<Record<string, string>>;
}

// So many that a cache of one citizen's token or records flatters nobody.
const CITIZENS = 500;
// Its rate is counted like any other's, and never reached.
const BENCH_APP = {
  id: CLIENT_ID,
  name: 'Bench',
  owner: 'Bench',
  party: 'city',
  scopes: ['citizen'],
  purposes: ['bench'],
  perMinute: 1_000_000,
};

/** Records the simulated city and logs its citizens in; everything written goes into the folder. */
export async function openCity(folder: string, stack: AsyncDisposableStack): Promise<OpenCity> {
  const upstream = await startProcess<UpstreamReady>(
    {
      name: 'upstream',
      script: join(import.meta.dirname, 'city/upstream.ts'),
      env: { BENCH_CITIZENS: String(CITIZENS) },
    },
    stack,
  );
  const { citizens: known, settings } = upstream.ready;
  if (known.length < CITIZENS) throw new Error(`Only ${known.length} of ${CITIZENS} citizens could be recorded`);
  const issuer = stack.use(await startTokenIssuer());
  const citizens = await Promise.all(
    known.map(async (citizen) => ({ ...citizen, token: await issuer.issueToken(citizen.nik) })),
  );
  const citizensFile = join(folder, 'citizens.json');
  writeFileSync(citizensFile, JSON.stringify(citizens), { mode: 0o600 });
  const headersFile = join(folder, 'headers.json');
  writeFileSync(headersFile, JSON.stringify(citizens.map(toHeaders)), { mode: 0o600 });
  const linksFile = join(folder, 'links.csv');
  const links = citizens.flatMap(({ nik, nops }) => nops.map((nop) => `${nik},nop,${nop}`));
  writeFileSync(linksFile, ['nik,kind,value', ...links, ''].join('\n'), { mode: 0o600 });
  const appsFile = join(folder, 'apps.yaml');
  writeFileSync(appsFile, JSON.stringify([BENCH_APP]));
  return {
    upstream,
    citizens,
    issuerUrl: issuer.url,
    linksFile,
    appsFile,
    headersFile,
    env: { ...settings, [CITIZENS_FILE]: citizensFile },
  };
}
