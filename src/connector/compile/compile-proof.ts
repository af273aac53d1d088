import { GraphQLScalarType, GraphQLString } from 'graphql';
import { HubError } from '../../base/hub-error.ts';
import type { Proof, ProofResult } from '../../ports/link-proof.ts';
import { suggest } from '../problem.ts';
import { type Comparison, compareFact } from './compare-fact.ts';
import { sourcesOf } from './compile-arguments.ts';
import { compileField } from './compile-field.ts';
import type { CompiledOperation, LookedUp } from './compile-operation.ts';
import { compileReader, MISSING, type ReadArgument, type ReaderScope } from './compile-reader.ts';
import { type FieldReader, mapValue } from './mapping.ts';

/** An entry of `proofs`: the operation that is asked, and the fact of its answer that the holder of the number knows. */
export interface ProofSpec {
  readonly from: string;
  /** The parameter that gets the number, and a converter behind it where the system writes it differently. */
  readonly number: string;
  readonly with?: Readonly<Record<string, string>>;
  /** `path | converter`, as in a record. */
  readonly fact: string;
  readonly compare?: Comparison;
  /** `path | nik`: the NIK that a row names as its owner, which must then be the citizen's. */
  readonly owner?: string;
  readonly single?: boolean;
  readonly label: string;
  readonly ask: string;
}

export interface ProofScope extends Pick<ReaderScope, 'fields' | 'clock'> {
  readonly opd: string;
  readonly system: string;
  readonly operations: ReadonlyMap<string, CompiledOperation>;
  /** Whether an operation of this name writes. */
  isWrite(operation: string): boolean;
  /** Whether an operation stands in the file but has a mistake, which is reported already. */
  isBroken(operation: string): boolean;
  /** The kinds of links that the file asks by. */
  readonly kinds: readonly string[];
}

/** Compiles `proofs.<kind>`; undefined when it has a mistake, which is reported. */
export function compileProof(scope: ProofScope, kind: string, spec: ProofSpec): Proof | undefined {
  const { fields, opd, system, kinds } = scope;
  const at = ['proofs', kind];
  if (!kinds.includes(kind))
    fields.report.add(at, `no entry of resolve asks by links.${kind}, so a proof links nothing`, suggest(kind, kinds));
  const operation = findOperation(scope, kind, spec.from);
  const build = operation && compileParameters(scope, kind, spec, operation);
  const comparison = spec.compare ?? (/\|\s*date\b[^|]*$/.test(spec.fact) ? 'date' : 'text');
  const type = comparison === 'date' ? DATE : GraphQLString;
  const fact = compileField(fields, spec.fact, type, `proofs.${kind}.fact`, [...at, 'fact']);
  const owner =
    spec.owner === undefined
      ? undefined
      : compileField(fields, spec.owner, NIK, `proofs.${kind}.owner`, [...at, 'owner']);
  if (!operation || !build || !fact || (spec.owner !== undefined && !owner)) return undefined;
  const judge = createJudge({ fact, owner, comparison, operation, at: { opd, system } });
  const { label, ask, single: isSingle = false } = spec;
  const check: Proof['check'] = async (nik, number, said) => {
    const args = build(number);
    const found = args && (await operation.look(args, nik));
    return found ? judge(found, nik, said) : 'notFound';
  };
  return { kind, opd, system, label, ask, isSingle, check };
}

const DATE = new GraphQLScalarType({ name: 'Date' });
const NIK = new GraphQLScalarType({ name: 'NIK' });

function findOperation({ operations, isWrite, isBroken, fields }: ProofScope, kind: string, name: string) {
  const operation = operations.get(name);
  if (operation || isBroken(name)) return operation;
  const at = ['proofs', kind, 'from'];
  const readable = [...operations.keys()];
  if (isWrite(name))
    fields.report.add(at, `the operation ${name} writes, and a proof only reads`, suggest('', readable));
  else fields.report.add(at, `there is no operation "${name}"`, suggest(name, readable));
  return undefined;
}

type Build = (number: string) => Readonly<Record<string, string | number | boolean | null>> | undefined;

function compileParameters(
  scope: ProofScope,
  kind: string,
  { number, with: others = {} }: ProofSpec,
  operation: CompiledOperation,
): Build | undefined {
  const { report } = scope.fields;
  const readerScope = { ...scope, parentFields: [], fieldArguments: [] };
  const readers: (readonly [string, ReadArgument])[] = [];
  const add = (name: string, expression: string, at: readonly string[]): void => {
    if (!operation.parameters.has(name)) {
      const near = suggest(name, [...operation.parameters]);
      report.add(at, `the operation ${operation.name} has no parameter "${name}"`, near);
      return;
    }
    const reader = compileReader(readerScope, `proofs.${kind}`, expression, at);
    if (reader) readers.push([name, reader]);
  };
  const [parameter = '', ...pipes] = number.split('|').map((part) => part.trim());
  add(parameter, [`links.${kind}`, ...pipes].join(' | '), ['proofs', kind, 'number']);
  for (const [name, expression] of Object.entries(others)) {
    const at = ['proofs', kind, 'with', name];
    if (name === parameter || sourcesOf(expression).some((source) => source.startsWith('links.')))
      report.add(at, 'the number that is to be proved goes to the parameter that "number" names, and only there');
    else add(name, expression, at);
  }
  for (const name of operation.parameters) {
    if (name !== parameter && !(name in others))
      report.add(
        ['proofs', kind],
        `the parameter ":${name}" of ${operation.name} gets no value`,
        'give it under "with"',
      );
  }
  return readers.length < operation.parameters.size ? undefined : (value) => build(readers, value);
}

function build(readers: readonly (readonly [string, ReadArgument])[], number: string) {
  const args: Record<string, string | number | boolean | null> = {};
  for (const [name, read] of readers) {
    const value = read({ parent: {}, args: {}, link: number });
    // Not even writable as the system writes its numbers: it has none like it.
    if (value === MISSING || value === null || value === undefined) return undefined;
    args[name] = value as string | number;
  }
  return args;
}

interface Judged {
  readonly fact: FieldReader;
  readonly owner: FieldReader | undefined;
  readonly comparison: Comparison;
  readonly operation: CompiledOperation;
  readonly at: { readonly opd: string; readonly system: string };
}

/** Of several rows each must bear the proof out: a link shows all of them. */
function createJudge({ fact, owner, comparison, operation, at }: Judged) {
  const { record } = operation;
  return ({ answer, rows }: LookedUp, nik: string, said: string): ProofResult => {
    // What stands beside the rows is there without any: a tax object that owes nothing.
    const judged = rows.length === 0 && fact.fromAnswer ? [undefined] : rows;
    for (const row of judged) {
      const whose = owner ? mapValue(owner, row, answer, at) : undefined;
      if (typeof whose === 'string' && whose !== nik) return 'wrong';
      if (row !== undefined && record.ownership === 'mapped' && record.findOwner(row, answer) !== nik) return 'wrong';
      const known = mapValue(fact, row, answer, at);
      if (row === undefined && known === null) return 'notFound';
      const verdict = compareFact(comparison, known, said);
      // Who is said to be named and is not, as with "-" for a NIK, leaves the proof to a fact that others know too.
      if (verdict === 'unusable' || (owner && typeof whose !== 'string')) return 'notProvable';
      if (verdict === 'different') return 'wrong';
    }
    return judged.length > 0 ? 'proved' : 'notFound';
  };
}

/** @throws HubError CONFIG_INVALID when a kind can be proved at two systems: nobody could say which is meant. */
export function refuseDoubleProofs(proofs: readonly Proof[]): void {
  const seen = new Set<string>();
  for (const { kind, opd, system } of proofs) {
    if (seen.has(kind))
      throw new HubError(
        'CONFIG_INVALID',
        `${opd}/${system}: another system proves links of the kind ${kind} already`,
        {
          fix: 'Give each kind of number one proof.',
        },
      );
    seen.add(kind);
  }
}
