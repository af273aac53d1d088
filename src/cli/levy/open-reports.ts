import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import { readDemo } from '../run-demo.ts';
import { withHub } from '../with-hub.ts';
import { readOpener } from './key-pair.ts';

export interface OpenOptions {
  readonly keyFile: string;
  readonly state: string | undefined;
  /** Folder that photos are written into; without it they are only counted. */
  readonly photos: string | undefined;
  /** What the officer's application is registered for (header `hub-purpose`). */
  readonly purpose: string | undefined;
}

interface ListedReport {
  readonly id: string;
  readonly state: string;
  readonly receivedOn: string;
  readonly content: string;
  readonly photos: readonly string[];
}

interface Page {
  readonly levyReports: { readonly entries: readonly ListedReport[]; readonly next: string | null };
}

const LIST = `query LevyReports($state: LevyState, $after: ID) { levyReports(state: $state, first: 50, after: $after) {
  entries { id state receivedOn content photos } next } }`;
const PHOTO = 'query LevyPhoto($id: ID!) { levyPhoto(id: $id) }';

type Ask = <Data>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

/** Prints the reports, one JSON object a line, and how many there are, opened here with Inspektorat's key; the hub never sees them open. */
export async function openReports({ keyFile, state, photos, purpose }: OpenOptions): Promise<number> {
  const open = await readOpener(keyFile);
  const url = process.env.HUB_URL;
  const token = process.env.HUB_TOKEN ?? (await readDemo(['token', '--as', 'petugas-inspektorat'])).trim();
  const run = async (hubUrl: string): Promise<number> => {
    const ask = createAsk(hubUrl, token, purpose);
    let opened = 0;
    for await (const report of listReports(ask, state)) {
      const content = JSON.parse((await open(report.content)).toString()) as object;
      if (photos) for (const id of report.photos) await savePhoto(ask, open, id, photos);
      const { id, receivedOn } = report;
      console.log(JSON.stringify({ id, state: report.state, receivedOn, ...content, photos: report.photos }));
      opened++;
    }
    console.error(`${opened} reports.`);
    return 0;
  };
  return url ? run(url) : withHub(run);
}

async function* listReports(ask: Ask, state: string | undefined): AsyncGenerator<ListedReport> {
  let after: string | null = null;
  do {
    const { levyReports }: Page = await ask<Page>(LIST, { state, after });
    yield* levyReports.entries;
    after = levyReports.next;
  } while (after !== null);
}

async function savePhoto(ask: Ask, open: (jwe: string) => Promise<Buffer>, id: string, folder: string): Promise<void> {
  const { levyPhoto } = await ask<{ levyPhoto: string | null }>(PHOTO, { id });
  if (levyPhoto === null) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, `${id}.jpg`), await open(levyPhoto), { mode: 0o600 });
}

function createAsk(url: string, token: string, purpose: string | undefined): Ask {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    ...(purpose && { 'hub-purpose': purpose }),
  };
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { data?: Data; errors?: readonly { message: string }[] };
    const [error] = answer.errors ?? [];
    if (answer.data && !error) return answer.data;
    throw new HubError('BAD_USER_INPUT', `The hub answers: ${error?.message ?? `HTTP ${response.status}`}`, {
      fix: 'Set HUB_URL and HUB_TOKEN of an officer of Inspektorat, and --purpose as his application is registered for.',
    });
  };
}
