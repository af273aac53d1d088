import type { FoundColumn } from '../guess/list-columns.ts';
import { nameParameter } from '../guess/name-field.ts';
import { isOwnNik, recognisePersonal } from '../guess/recognise-personal.ts';
import { splitWords } from '../guess/split-words.ts';
import type { SketchParameter, SourceSketch } from '../source-sketch.ts';
import type { PlannedAccess, PlannedArgument } from './connector-plan.ts';

/** What the columns and the author say of whose the records are. */
export interface AccessFacts {
  readonly sketch: SourceSketch;
  readonly owner: FoundColumn | undefined;
  /** The column that the author wants to ask by. */
  readonly by: FoundColumn | undefined;
  /** Whether the author says that nothing is asked by. */
  readonly isForAll: boolean;
  readonly isPersonal: boolean;
  /** The number by which a system most likely knows whose a record is. */
  readonly number: FoundColumn | undefined;
}

/**
 * Decides how records are reached: by the citizen's NIK, else by a number that is linked to the citizen, else by
 * everybody. In doubt they are the citizen's.
 */
export function planAccess(facts: AccessFacts): PlannedAccess {
  const { parameters } = facts.sketch;
  return parameters ? planByParameters(facts, parameters) : planByColumn(facts);
}

function planByColumn({ owner, number, by, isForAll, isPersonal }: AccessFacts): PlannedAccess {
  const column = isForAll ? undefined : (by ?? owner ?? (isPersonal ? number : undefined));
  if (!column) return { ...FOR_ALL, ...(owner && { ...OWNED, owner: owner.path, keepsOwn: true }) };
  const parameter = nameParameter(column.name);
  const isOwner = column === owner || isOwnNik(column.name);
  return {
    ...OWNED,
    owner: owner?.path ?? 'parent',
    by: { column: column.name, parameter },
    bindings: { [parameter]: isOwner ? 'nik' : `links.${linkKind(column.name)}` },
  };
}

function planByParameters({ owner, isForAll }: AccessFacts, parameters: readonly SketchParameter[]): PlannedAccess {
  const nik = parameters.find(({ name }) => recognisePersonal(name, []) === 'nik');
  const link = nik || isForAll ? undefined : parameters.find(({ name }) => isNumberOfSomebody(name));
  const bindings: Record<string, string> = {};
  const args: PlannedArgument[] = [];
  for (const one of parameters) {
    if (one === nik) bindings[one.parameter] = 'nik';
    else if (one === link) bindings[one.parameter] = `links.${linkKind(one.name)}`;
    else bindings[one.parameter] = bindOther(one, args);
  }
  const isOwned = nik !== undefined || link !== undefined || owner !== undefined;
  if (!isOwned) return { ...FOR_ALL, bindings, args };
  const keepsOwn = owner !== undefined && !nik && !link;
  return { ...OWNED, owner: owner?.path ?? 'parent', keepsOwn, bindings, args };
}

const FOR_ALL: PlannedAccess = {
  parent: 'Query',
  owner: undefined,
  keepsOwn: false,
  by: undefined,
  bindings: {},
  args: [],
};
const OWNED: PlannedAccess = { ...FOR_ALL, parent: 'Citizen' };

/** What is neither a NIK nor a linked number: the time, or an argument of the graph's field. */
function bindOther({ name, parameter, declared, isAddressed }: SketchParameter, args: PlannedArgument[]): string {
  const words = splitWords(name);
  if (/^(?:datetime|waktu|timestamp|now)$/.test(words.join(''))) return 'now';
  const type = declared === 'integer' ? 'Int' : recognisePersonal(name, []) && !isAddressed ? 'PersonalText' : 'String';
  const isYear = words.includes('tahun') || words.join('') === 'masapajak';
  args.push({ name: parameter, type: isYear ? type : `${type}!` });
  return isYear ? `args.${parameter} ?? today.year` : `args.${parameter}`;
}

/** A number that a system knows a person or his thing by, so not everybody may ask by it. */
function isNumberOfSomebody(name: string): boolean {
  const words = splitWords(name);
  const kind = recognisePersonal(name, []);
  return (
    kind === 'identityNumber' ||
    kind === 'familyCard' ||
    words.some((word) => /^(?:no\w*|nomor\w*|id|kodebooking|booking|nop|nomer)$/.test(word))
  );
}

function linkKind(name: string): string {
  const kind = splitWords(name)
    .join('-')
    .replace(/[^a-z0-9-]/g, '');
  return /^[a-z]/.test(kind) ? kind : `nomor-${kind}`;
}
