import type { DemoCity } from './demo-city.ts';
import { findPerson } from './people/find-person.ts';

export interface WelcomeOptions {
  readonly url: string;
  readonly demo: DemoCity;
  readonly people: number;
  readonly seconds: number;
  /** What does not run here, and why. */
  readonly note: string | undefined;
}

const QUERY = '{ me { nik name permits { id status } taxBills { year total paid } complaints { title status } } }';

/** What a newcomer reads when everything answers: addresses, who the demo citizen is, and a line to paste. */
export function welcome({ url, demo, people, seconds, note }: WelcomeOptions): string {
  const { city, issuer, staffIssuer } = demo;
  const systems = Object.entries(city.systems).map(([name, system]) => `    ${name.padEnd(12)} ${system.url}`);
  return `
  The hub answers at ${url}   (started in ${seconds.toFixed(1)} s)
    citizens     ${url}/warga        log in as one of the people on the page, for example demo
    the mayor    ${url}/kota         as Wali Kota
    an OPD       ${url}/opd          as Petugas DPMPTSP
    developers   ${url}/pengembang   the explorer: ${url}/explorer
    GraphQL      ${url}/graphql
    health       ${url}/health/ready

  The simulated city: ${people.toLocaleString('en')} invented people, their agencies' own systems
${systems.join('\n')}
${note ? `    (${note})\n` : ''}    log-in of citizens         ${issuer.url}
    log-in of those in office  ${staffIssuer.url}

  The demo citizen has something at every agency: NIK ${findPerson('demo').nik}
  Ask all of them at once, in another terminal:

    TOKEN=$(npm run -s hub -- token --citizen demo)
    curl -s ${url}/graphql -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\
      -d '{"query":"${QUERY}"}'

  Ctrl-C stops everything and keeps the data.
`;
}
