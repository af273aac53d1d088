import { type City, startCity } from '../../../demo/city.ts';
import type { Citizen } from './citizens.ts';
import { operations, type RecordedAnswer, RecordedAnswers, type RecordedOperation } from './recorded-answers.ts';

// Enough people that several hundred of them have something at every system, as one in seventy has.
const PEOPLE = 50_000;
const AT_ONCE = 16;

/** What the simulated city answered, and the settings by which its systems accept callers. */
export interface RecordedCity {
  readonly citizens: readonly Citizen[];
  readonly settings: Readonly<Record<string, string>>;
  readonly answers: RecordedAnswers;
}

/** Asks the simulated city everything that Home needs for citizens who have something at every system. */
export async function recordCity(count: number): Promise<RecordedCity> {
  const city = await startCity({ people: PEOPLE });
  try {
    city.systems.dpmptsp.control.set({ warnings: 'never' });
    const recorder = await createRecorder(city);
    const citizens: Citizen[] = [];
    const candidates = city.people.filter(({ alias, registered, nops }) => !alias && registered && nops.length > 0);
    const waiting = candidates.values();
    const work = async () => {
      for (const { nik, nops } of waiting) {
        if (citizens.length >= count) return;
        // Sorted, as the hub's links are: the tax bills come in the order of their numbers.
        const citizen = { nik, nops: nops.toSorted() };
        if (await recorder.record(citizen)) citizens.push(citizen);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { citizens: citizens.slice(0, count), settings: city.settings, answers: recorder.answers };
  } finally {
    await city.stop();
  }
}

async function createRecorder({ settings, systems }: City) {
  const answers = new RecordedAnswers();
  const ask = async (
    operation: RecordedOperation,
    value: string,
    body: object,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(systems[operation.system].url + operation.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${operation.path} answered HTTP ${response.status} while it was recorded`);
    const contentType = response.headers.get('content-type') ?? '';
    const keep = () => answers.keep(operation, value, { contentType, body: bytes } satisfies RecordedAnswer);
    return { value: JSON.parse(bytes.toString('utf8')) as unknown, keep };
  };
  const account = { username: settings.DPMPTSP_USER, password: settings.DPMPTSP_PASSWORD };
  const session = await ask(operations.logIn, '', account);
  session.keep();
  const { token } = (session.value as { data: { token: string } }).data;
  const permitHeaders = { authorization: `Bearer ${token}` };
  const complaintHeaders = { 'X-API-KEY': settings.SIKESAL_API_KEY ?? '' };
  const dukcapil = {
    user_id: settings.DUKCAPIL_USER_ID,
    password: settings.DUKCAPIL_PASSWORD,
    ip_user: settings.DUKCAPIL_IP_USER,
  };
  const bank = { MasaPajak: jakartaYear(), DateTime: '2026-01-01 08:00:00', Merchant: settings.BPPRD_MERCHANT };

  /** Records one citizen's Home, unless a system knows nothing of him. */
  const record = async ({ nik, nops }: Citizen): Promise<boolean> => {
    const complaints = await ask(operations.complaints, nik, { nik }, complaintHeaders);
    if ((complaints.value as { data: unknown[] }).data.length === 0) return false;
    const permits = await ask(operations.permits, nik, { nik }, permitHeaders);
    const rows = (permits.value as { data: { no_izin: string }[] | null }).data ?? [];
    if (rows.length === 0) return false;
    const rest = await Promise.all([
      ask(operations.person, nik, { nik, ...dukcapil }),
      ...nops.map((nop) => ask(operations.bills, nop, { Nop: nop, ...bank })),
      ...rows.map(({ no_izin }) => ask(operations.steps, no_izin, { no_izin }, permitHeaders)),
    ]);
    for (const answer of [complaints, permits, ...rest]) answer.keep();
    return true;
  };
  return { answers, record };
}

function jakartaYear(): string {
  return new Intl.DateTimeFormat('en', { timeZone: 'Asia/Jakarta', year: 'numeric' }).format(Date.now());
}
