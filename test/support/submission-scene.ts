import { randomUUID } from 'node:crypto';
import { findPerson } from '../../demo/people/find-person.ts';
import type { Answer, AskOptions } from './ask.ts';
import { startTestHub, type TestHub } from './start-test-hub.ts';

/** A complaint as a citizen's application sends it. */
export interface Complaint {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly category: string;
}

export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

const FILE = `mutation ($key: String!, $title: PersonalText!, $text: PersonalText!, $category: String!) {
  fileComplaint(idempotencyKey: $key, title: $title, text: $text, category: $category) {
    id kind opd { code } state receipt reason acceptedOn deliveredOn timeline { state } } }`;
const SEE = `query ($id: ID!) { me { submission(id: $id) {
  id kind state receipt reason deliveredOn timeline { state on } } } }`;

export type SubmissionScene = Awaited<ReturnType<typeof startSubmissionScene>>;

/** Makes a complaint that no other is like. */
export function makeComplaint(differing: Partial<Complaint> = {}): Complaint {
  const text = `Lubang besar di depan pasar, nomor ${randomUUID()}.`;
  return { key: randomUUID(), title: 'Jalan berlubang', text, category: 'jalan', ...differing };
}

/** Starts a hub that brings what citizens hand in, and a time in which nights pass at once. */
export async function startSubmissionScene() {
  // Tokens do not live as long, so it is the machine's time whenever somebody asks.
  const clock = {
    passedMs: 0,
    isAsked: false,
    now: () => Date.now() + (clock.isAsked ? 0 : clock.passedMs),
  };
  const hub = await startTestHub({ databases: true, jobs: true, clock, timeoutMs: 1000 });
  const ask = async (query: string, options: AskOptions & { citizen?: string }): Promise<Answer> => {
    clock.isAsked = true;
    const answer = await hub.ask(query, options);
    clock.isAsked = false;
    return answer;
  };
  const askAs = (citizen: string, query: string, variables: Record<string, unknown> = {}) =>
    ask(query, { citizen, variables });
  /** All that was kept, to be counted at the end. */
  const filed: { readonly citizen: string; readonly text: string; readonly id: string }[] = [];
  const sendComplaint = (citizen: string, complaint: Complaint, times = 1): Promise<Answer[]> => {
    clock.isAsked = true;
    const sendings = Array.from({ length: times }, () => hub.ask(FILE, { citizen, variables: { ...complaint } }));
    return Promise.all(sendings).finally(() => {
      clock.isAsked = false;
    });
  };
  const file = async (citizen: string, complaint: Complaint): Promise<{ id: string; state: string }> => {
    const [answer] = await sendComplaint(citizen, complaint);
    if (answer?.errors[0]) throw new Error(JSON.stringify(answer.errors));
    filed.push({ citizen, text: complaint.text, id: answer?.data.fileComplaint.id });
    return answer?.data.fileComplaint;
  };
  const see = async (citizen: string, id: string) => (await askAs(citizen, SEE, { id })).data.me.submission;
  const pass = async (ms: number, stepMs = 5 * MINUTE_MS): Promise<void> => {
    const untilMs = clock.passedMs + ms;
    while (clock.passedMs < untilMs) {
      clock.passedMs += Math.min(stepMs, untilMs - clock.passedMs);
      await hub.jobs.work();
    }
  };
  return {
    ...{ hub, clock, ask, askAs, filed, sendComplaint, file, see, fileDocument: FILE },
    stateOf: async (citizen: string, id: string): Promise<string | undefined> => (await see(citizen, id))?.state,
    /** How many complaints with this text SiKesal has of somebody. */
    countAt: (alias: string, text: string) => countAtSikesal(hub, alias, text),
    sikesal: () => hub.demo.city.systems.sikesal.control,
    /** Time passes, and whatever is due in it is done. */
    pass,
    /** All systems are well again. */
    mend: () => {
      for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
    },
    stop: () => hub.stop(),
  };
}

async function countAtSikesal({ demo }: TestHub, alias: string, text: string): Promise<number> {
  const { SIKESAL_URL, SIKESAL_API_KEY = '' } = demo.city.settings;
  const response = await fetch(`${SIKESAL_URL}/api/laporan/cari`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': SIKESAL_API_KEY },
    body: JSON.stringify({ nik: findPerson(alias as 'siti').nik }),
  });
  const { data } = (await response.json()) as { data: { isi: string }[] };
  return data.filter(({ isi }) => isi === text).length;
}

/** Counts complaints of a scene that the agency lacks, and those that it has too often. */
export async function countLostAndDoubled(scene: SubmissionScene): Promise<{ lost: number; doubled: number }> {
  const once = [...new Map(scene.filed.map((one) => [one.id, one])).values()];
  let [lost, doubled] = [0, 0];
  for (const { citizen, text, id } of once) {
    if ((await scene.stateOf(citizen, id)) === 'REJECTED') continue;
    const wanted = once.filter((other) => other.citizen === citizen && other.text === text).length;
    const there = await scene.countAt(citizen, text);
    if (there < wanted) lost++;
    if (there > wanted) doubled++;
  }
  return { lost, doubled };
}
