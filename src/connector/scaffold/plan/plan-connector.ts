import { HubError } from '../../../base/hub-error.ts';
import { type FoundRows, findOkWhen, findRows, takeRows } from '../guess/find-rows.ts';
import { type FoundColumn, listColumns } from '../guess/list-columns.ts';
import { nameList, nameType } from '../guess/name-field.ts';
import type { CityNames, ScaffoldChoices } from '../scaffold-choices.ts';
import type { SourceSketch } from '../source-sketch.ts';
import { findNamed, guessKey, guessNumber, guessOwner, isRunningNumber } from './choose-column.ts';
import type { ConnectorPlan, PlannedAccess } from './connector-plan.ts';
import { describeGuesses } from './describe-guesses.ts';
import { planAccess } from './plan-access.ts';
import { isPublic, isSecret, type JudgedColumn, judgeColumn, planFields } from './plan-fields.ts';
import { planSource } from './plan-source.ts';

/**
 * Decides everything that a connector for a source will say.
 * @throws HubError BAD_USER_INPUT for a choice that the source does not have.
 */
export function planConnector(sketch: SourceSketch, choices: ScaffoldChoices, city: CityNames): ConnectorPlan {
  const { opd, system } = choices;
  const found = getRows(sketch, choices.rows);
  const { columns, lists, unspeakable } = listColumns(sketch.answer, found);
  const omitted = new Set(choices.omit ?? []);
  for (const name of omitted) findNamed(columns, name, '--omit');
  const usable = columns.filter((one) => !omitted.has(one.path) && !isSecret(one.name) && !isCounter(one));
  const judged = usable.map((column) => judgeColumn(column, sketch.declared));
  const { owner, key, by } = chooseColumns(sketch, choices, judged, found.list.length);
  const isPersonal = judged.some(({ personal }) => personal !== undefined);
  const number = guessNumber(judged, key);
  const access = planAccess({ sketch, owner, by, number, isForAll: choices.by === 'none', isPersonal });
  const isOpen = access.parent === 'Query';
  const deleted = findDeleted(judged);
  const fillable = judged.filter((one) => one !== deleted);
  const shown = fillable.filter((one) => (isOpen ? isPublic(one, one.path === key?.path) : one.path !== owner?.path));
  if (shown.length === 0)
    throw new HubError('BAD_USER_INPUT', 'Every column is personal, and nothing says whose the records are', {
      fix: 'Name the column with the NIK by --owner, or the number that the system is asked by with --by.',
    });
  const fields = planFields(shown, key?.path);
  const names = chooseNames(sketch, choices, city);
  const textColumns = judged.filter(isNumberOfIdentity).map(({ path }) => path);
  const asked = [...shown, ...judged.filter(({ path }) => [owner, by, deleted].some((one) => one?.path === path))];
  const request = sketch.request({ columns: asked.map(({ path }) => path), by: access.by, textColumns });
  const plan = {
    opd,
    system,
    describe: (choices.describe ?? sketch.describe).trim().replace(/\.$/, ''),
    ...names,
    operation: isOpen ? names.fieldName : `${names.fieldName}Of`,
    found,
    isSingle: isOneRecord(found, access),
    omit: deleted && { [deleted.path]: DELETED.get(deleted.name.toLowerCase()) },
    fields,
    access,
    okWhen: findOkWhen(sketch.answer, found.rows),
    request,
    ...planSource(opd, system, sketch),
    sketch,
  };
  const leftOut = fillable.filter((one) => !shown.includes(one) && one.path !== owner?.path).map(({ path }) => path);
  return { ...plan, guesses: describeGuesses(plan, { lists, unspeakable, leftOut }, choices, names.renamed) };
}

/** Where a system keeps what was deleted, and what stands there then. */
const DELETED = new Map<string, unknown>([
  ['is_deleted', ['1', 'true', 'Y']],
  ['deleted', ['1', 'true', 'Y']],
  ['deleted_at', 'present'],
]);

const findDeleted = (columns: readonly JudgedColumn[]): JudgedColumn | undefined =>
  columns.find(({ path }) => DELETED.has(path.toLowerCase()));

/** One record of a citizen; numbers that are linked to him may be several, each with its own. */
function isOneRecord({ rows }: FoundRows, { bindings }: PlannedAccess): boolean {
  const isList = /\[\]$|\{\}$/.test(rows);
  return !isList && !Object.values(bindings).some((value) => value.startsWith('links.'));
}

function getRows(sketch: SourceSketch, wanted: string | undefined): FoundRows {
  const place = wanted ?? sketch.rows;
  const found = place === undefined ? findRows(sketch.answer) : takeRows(sketch.answer, place);
  if (found && found.list.length > 0) return found;
  const isEmpty = wanted === undefined;
  throw new HubError('BAD_USER_INPUT', isEmpty ? 'The answer holds no record' : `There are no records at ${wanted}`, {
    fix: isEmpty
      ? 'Take an answer, a table or a file with at least one record.'
      : 'Write it like: --rows "data[]" for a list, --rows data for one record, --rows "data{}" for records under names.',
  });
}

function chooseColumns(
  sketch: SourceSketch,
  choices: ScaffoldChoices,
  columns: readonly JudgedColumn[],
  rowCount: number,
): Readonly<Record<'owner' | 'key' | 'by', FoundColumn | undefined>> {
  const named = (flag: 'owner' | 'key') => findNamed(columns, choices[flag], `--${flag}`);
  const declaredKey = columns.find(({ path }) => path === sketch.key);
  return {
    owner: named('owner') ?? (choices.owner === 'none' ? undefined : guessOwner(columns)),
    key: named('key') ?? (choices.key === 'none' ? undefined : (declaredKey ?? guessKey(columns, rowCount))),
    by: findAskedBy(sketch, columns, choices.by),
  };
}

/** A web service may be asked by what stands nowhere in its answer. */
function findAskedBy(
  { kind, rows }: SourceSketch,
  columns: readonly FoundColumn[],
  name: string | undefined,
): FoundColumn | undefined {
  const isKnown = columns.some((one) => [one.path, one.name].includes(name ?? ''));
  const isFree = kind === 'rest' && rows === undefined && name !== undefined && name !== 'none' && !isKnown;
  if (isFree && /^[A-Za-z_]\w*$/.test(name)) return { path: name, name, values: [] };
  return findNamed(columns, name, '--by');
}

/** The running number of a spreadsheet. */
const isCounter = ({ name, values }: FoundColumn): boolean =>
  /^(?:no|nomor|nr|no\.? ?urut|nomor urut)$/i.test(name) && isRunningNumber(values);

/** Columns that a spreadsheet must hold as text. */
function isNumberOfIdentity({ personal, values }: JudgedColumn): boolean {
  if (personal === 'nik' || personal === 'familyCard') return true;
  return values.length > 0 && values.every((value) => typeof value === 'string' && /^\d{12,}$|^0\d+$/.test(value));
}

function chooseNames({ subject }: SourceSketch, { opd, type, field }: ScaffoldChoices, city: CityNames) {
  const wantedType = type ?? nameType(subject);
  if (!/^[A-Z][A-Za-z0-9]*$/.test(wantedType))
    throw new HubError('BAD_USER_INPUT', `--type ${wantedType} is no name of a type`, {
      fix: 'Write it like: Permit.',
    });
  const suffix = opd.replace(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase());
  const typeName = findFree(wantedType, suffix, city.types);
  const wantedField = field ?? nameList(wantedType);
  if (!/^[a-z][A-Za-z0-9]*$/.test(wantedField))
    throw new HubError('BAD_USER_INPUT', `--field ${wantedField} is no name of a field`, {
      fix: 'Write it like: permits.',
    });
  const fieldName = findFree(wantedField, suffix, city.fields);
  const renamed = [wantedType, wantedField].filter((one) => one !== typeName && one !== fieldName);
  return { typeName, fieldName, renamed };
}

function findFree(wanted: string, suffix: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 1; ; number++) {
    const name = `${wanted}${suffix}${number > 1 ? number : ''}`;
    if (!taken.has(name)) return name;
  }
}
