import { convertsAll, isBlank } from '../guess/convert-all.ts';
import { type InferredType, inferType } from '../guess/infer-type.ts';
import type { FoundColumn } from '../guess/list-columns.ts';
import { nameField } from '../guess/name-field.ts';
import { isAgency, isDoubtful, type PersonalKind, recognisePersonal } from '../guess/recognise-personal.ts';
import { splitWords } from '../guess/split-words.ts';
import type { DeclaredType } from '../source-sketch.ts';
import type { PlannedField } from './connector-plan.ts';

/** A column with what it was found to be. */
export interface JudgedColumn extends FoundColumn {
  readonly personal: PersonalKind | undefined;
  readonly inferred: InferredType;
}

/** Says of each column what of a person it holds and what type its values have. */
export function judgeColumn(column: FoundColumn, declared: ReadonlyMap<string, DeclaredType>): JudgedColumn {
  const { path, name, values } = column;
  const personal = path === '$key' ? recogniseKeys(values) : recognisePersonal(name, values);
  const isNumber = personal === 'familyCard' || personal === 'phone' || personal === 'identityNumber';
  const isNik = personal === 'nik' && (values.every(isBlank) || convertsAll('nik', values));
  const inferred = isNik ? NIK : isNumber ? TEXT : inferType(name, values, declared.get(path) ?? declared.get(name));
  return { ...column, personal, inferred };
}

const TEXT: InferredType = { type: 'String', pipe: undefined };
const NIK: InferredType = { type: 'NIK', pipe: undefined };

/** Records may be under the numbers or the names of people; only those of agencies are surely nobody's. */
function recogniseKeys(keys: readonly unknown[]): PersonalKind | undefined {
  return recognisePersonal('kelompok', keys) ?? (keys.every((key) => isAgency(String(key))) ? undefined : 'name');
}

/** Passwords and the like, which nobody needs to see. */
export function isSecret(name: string): boolean {
  return splitWords(name).some((word) => /^(?:password|passwd|sandi|token|pin|secret|salt|otp)$/.test(word));
}

/** Whether a column may be seen by everybody: neither personal nor text that may well be. */
export function isPublic({ path, name, personal, inferred }: JudgedColumn, isKey: boolean): boolean {
  return personal === undefined && (inferred.type !== 'String' || isKey || path === '$key' || !isDoubtful(name));
}

/** Names the fields of the type, each once. */
export function planFields(columns: readonly JudgedColumn[], keyPath: string | undefined): PlannedField[] {
  const taken = new Set(['source', ...(keyPath === undefined ? [] : ['id'])]);
  return columns.map(({ path, name, personal, inferred }) => {
    const isKey = path === keyPath;
    const wanted = isKey ? 'id' : nameOf(path, name, taken);
    taken.add(wanted);
    const { type, pipe } = isKey ? { type: 'ID', pipe: undefined } : inferred;
    return { name: wanted, path, type, pipe, isKey, personal };
  });
}

function nameOf(path: string, name: string, taken: ReadonlySet<string>): string {
  const short = nameField(name);
  const candidates = [short, nameField(path.replace(/^\$\.?/, '').replaceAll('.', '_')), `${short}Asal`];
  const free = candidates.find((one) => one !== '' && !taken.has(one));
  if (free !== undefined) return free;
  for (let number = 2; ; number++) if (!taken.has(`${short}${number}`)) return `${short}${number}`;
}
