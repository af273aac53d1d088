import { answerJson, type SystemAnswer } from './legacy-system.ts';
import { LIVING_ACTIONS, type LivingAction, type LivingRecords } from './living-records.ts';

/** Where a simulated system takes orders about its records; like its faults, nothing of a vendor's contract. */
export const RECORDS_PATH = '/__control/records';

interface RecordsOrder {
  readonly action: LivingAction;
  readonly id?: string;
  readonly nik?: string;
}

/** Answers POST `{"action":"change"}` with what was done and the number of the record. */
export async function answerRecordsCall(
  { name, records }: { readonly name: string; readonly records?: LivingRecords },
  method: string | undefined,
  body: string,
): Promise<SystemAnswer> {
  if (!records) return answerJson({ error: `nothing can be made to change in ${name}` }, 404);
  if (method !== 'POST') return answerJson({ error: 'POST makes a record change' }, 405, { allow: 'POST' });
  try {
    const { action, id, nik } = readOrder(JSON.parse(body));
    const changed = action === 'add' ? await records.add(nik) : await records[action](id);
    return answerJson({ system: name, action, id: changed });
  } catch (error) {
    return answerJson({ error: error instanceof Error ? error.message : 'not understood' }, 400);
  }
}

function readOrder(order: unknown): RecordsOrder {
  if (typeof order !== 'object' || order === null) throw new Error('an order is a JSON object');
  const { action, id, nik, ...more } = order as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(more)[0];
  if (unknown !== undefined) throw new Error(`unknown key "${unknown}"; known: action, id, nik`);
  if (!isAction(action)) throw new Error(`"action" is one of ${LIVING_ACTIONS.join(', ')}`);
  if ((id !== undefined && typeof id !== 'string') || (nik !== undefined && typeof nik !== 'string'))
    throw new Error('"id" and "nik" are text');
  if (nik !== undefined && action !== 'add') throw new Error('"nik" belongs to add');
  return { action, ...(id !== undefined && { id }), ...(nik !== undefined && { nik }) };
}

function isAction(value: unknown): value is LivingAction {
  return LIVING_ACTIONS.some((action) => action === value);
}
