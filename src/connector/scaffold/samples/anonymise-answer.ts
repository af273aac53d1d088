import { isRow, type Row } from '../guess/find-rows.ts';
import { inferType } from '../guess/infer-type.ts';
import { isAgency, recognisePersonal } from '../guess/recognise-personal.ts';
import type { ConnectorPlan } from '../plan/connector-plan.ts';
import { Inventor, type ValueFacts } from './inventor.ts';

const MAX_ROWS = 3;

/** Where a value stands: in the whole answer, and in its row if it is part of one. */
interface Place {
  readonly inAnswer: string;
  readonly inRow: string | undefined;
  readonly name: string;
}

/** The recorded answer with invented values of the same shapes and no more than three records of a list. */
export function anonymiseAnswer(plan: ConnectorPlan, inventor: Inventor = new Inventor()): unknown {
  const { found, fields, okWhen, sketch } = plan;
  const rows = new Set<unknown>(found.list);
  // What stands under a name: a record, or a list of them.
  const names = new Set<unknown>(found.keys ? listNamed(sketch.answer, found.rows) : []);
  const planned = new Map(fields.map((field) => [field.path, field]));
  const factsOf = ({ inAnswer, inRow, name }: Place, value: unknown): ValueFacts => {
    const field = planned.get(inRow ?? `$.${inAnswer}`);
    const personal = field ? field.personal : recognisePersonal(name, [value]);
    const { type, pipe } = field ?? inferType(name, [value], undefined);
    return { name, personal, pipe, type };
  };
  const visit = (value: unknown, place: Place): unknown => {
    if (Array.isArray(value)) return value.slice(0, MAX_ROWS).map((item) => visit(item, enter(place, item, rows)));
    if (isRow(value)) return visitRow(value, rows.has(value) ? { ...place, inRow: '' } : place);
    const isTold = place.inRow === undefined && okWhen !== undefined && place.inAnswer in okWhen;
    return isTold || !isScalar(value) ? value : inventor.replace(value, factsOf(place, value));
  };
  const visitRow = (row: Row, place: Place): Row =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        nameKey(key, names.has(value), inventor),
        visit(value, below(place, key)),
      ]),
    );
  return visit(sketch.answer, { inAnswer: '', inRow: undefined, name: '' });
}

function listNamed(answer: unknown, rows: string): readonly unknown[] {
  let at = answer;
  for (const step of rows.replace('{}', '').split('.')) if (step !== '') at = isRow(at) ? at[step] : undefined;
  return isRow(at) ? Object.values(at) : [];
}

function enter(place: Place, item: unknown, rows: ReadonlySet<unknown>): Place {
  return rows.has(item) ? { ...place, inRow: '' } : place;
}

function below({ inAnswer, inRow }: Place, key: string): Place {
  const join = (path: string) => (path === '' ? key : `${path}.${key}`);
  return { inAnswer: join(inAnswer), inRow: inRow === undefined ? undefined : join(inRow), name: key };
}

/** A system may put records under the numbers or the names of people; those of agencies and columns stay. */
function nameKey(key: string, isName: boolean, inventor: Inventor): string {
  if (!/\d{6,}/.test(key) && (!isName || isAgency(key))) return key;
  const personal = /\d{6,}/.test(key) ? 'nik' : 'name';
  return String(inventor.replace(key, { name: key, personal, pipe: undefined, type: 'String' }));
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
