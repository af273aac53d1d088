import type { Answer } from './ask.ts';
import type { TestHub } from './start-test-hub.ts';

/** What somebody in office says beside his question. */
export interface DeskOptions {
  readonly caseId?: string;
  readonly purpose?: string;
  /** How he has logged in. */
  readonly acr?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Asks as somebody in office, by alias, in the application that the OPDs work with. */
export async function askAtDesk(
  hub: TestHub,
  who: string,
  query: string,
  { caseId, purpose = 'pelayanan-izin', acr = 'substantial', variables = {} }: DeskOptions = {},
): Promise<Answer> {
  const token = await hub.tokenOf(who, { clientId: 'opd-desk', acr });
  const headers = { ...(purpose && { 'hub-purpose': purpose }), ...(caseId !== undefined && { 'hub-case': caseId }) };
  return hub.ask(query, { token, headers, variables });
}

const OPEN = 'mutation ($nik: NIK!, $reference: String!) { openCase(nik: $nik, reference: $reference) { id state } }';

/** Opens a case of the officer's OPD on a citizen and gives its id. */
export async function openCase(hub: TestHub, who: string, nik: string, reference = 'OPD/2026/1'): Promise<string> {
  const answer = await askAtDesk(hub, who, OPEN, { variables: { nik, reference } });
  return answer.data.openCase.id;
}

/** Each error's path and code, as tests compare them. */
export function codesOf({ errors }: Answer): (readonly [string | undefined, string])[] {
  return errors.map(({ path, extensions }) => [path?.join('.'), extensions.code] as const);
}

/** How many calls the city's systems have had since they were reset. */
export function callsMade({ demo }: TestHub): number {
  return Object.values(demo.city.systems).reduce((sum, { control }) => sum + control.calls.total, 0);
}

/** A clock that runs with the machine's until a test moves it on. */
export function createMovableClock(): { now(): number; advance(ms: number): void } {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    advance: (ms) => {
      aheadMs += ms;
    },
  };
}
