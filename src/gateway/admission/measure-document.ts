import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { capAmount } from './amount.ts';
import { MAX_NESTING } from './operation-limits.ts';
import { tooNested } from './too-large.ts';

/** How large a selection set is once every fragment is spread. */
export interface Measure {
  /** Levels of fields: `{ me { name } }` has two. */
  readonly depth: number;
  /** Selection sets within selection sets, those of fragments too. */
  readonly nesting: number;
  /** Fields that stand at the top of the set. */
  readonly topFields: number;
  /** Fields, inline fragments and spreads. */
  readonly selections: number;
  readonly aliases: number;
  readonly directives: number;
}

export interface DocumentMeasure {
  readonly operations: readonly Measure[];
  /** The fragments that no operation spreads: validation walks them before it refuses them. */
  readonly unusedFragments: readonly Measure[];
}

const NOTHING: Measure = { depth: 0, nesting: 0, topFields: 0, selections: 0, aliases: 0, directives: 0 };

/**
 * Measures a document as it is, valid or not, in time linear in its size: each fragment is measured once and counts
 * wherever it is spread. A spread that leads back into its own fragment counts nothing, nor does an unknown one;
 * validation refuses both.
 */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const measures = new Map<FragmentDefinitionNode, Measure>();

  const measureSet = (set: SelectionSetNode | undefined, level: number): Measure => {
    if (!set) return NOTHING;
    if (level > MAX_NESTING) throw tooNested(MAX_NESTING);
    const total = { ...NOTHING };
    for (const selection of set.selections) include(total, selection, measureBelow(selection, level + 1));
    total.nesting += 1;
    return total;
  };
  const measureBelow = (selection: SelectionNode, level: number): Measure => {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) return measureSet(selection.selectionSet, level);
    const fragment = byName.get(selection.name.value);
    return fragment ? measureFragment(fragment, level) : NOTHING;
  };
  const measureFragment = (fragment: FragmentDefinitionNode, level: number): Measure => {
    const known = measures.get(fragment);
    if (known) return known;
    measures.set(fragment, NOTHING);
    const inside = measureSet(fragment.selectionSet, level);
    const measure = withDirectives(inside, fragment.directives?.length);
    measures.set(fragment, measure);
    return measure;
  };
  const measured = operations.map((operation) =>
    withDirectives(measureSet(operation.selectionSet, 1), countOwnDirectives(operation)),
  );
  const unused = fragments.filter((fragment) => !measures.has(fragment));
  return { operations: measured, unusedFragments: unused.map((fragment) => measureFragment(fragment, 1)) };
}

function include(total: { -readonly [key in keyof Measure]: number }, selection: SelectionNode, below: Measure): void {
  const isField = selection.kind === Kind.FIELD;
  const depth = isField ? 1 + (isIntrospection(selection.name.value) ? 0 : below.depth) : below.depth;
  total.depth = Math.max(total.depth, depth);
  total.nesting = Math.max(total.nesting, below.nesting);
  total.topFields = capAmount(total.topFields + (isField ? 1 : below.topFields));
  total.selections = capAmount(total.selections + 1 + below.selections);
  total.aliases = capAmount(total.aliases + (isField && selection.alias ? 1 : 0) + below.aliases);
  total.directives = capAmount(total.directives + (selection.directives?.length ?? 0) + below.directives);
}

/** Its depth costs no agency anything; graphql-js's MaxIntrospectionDepthRule refuses what would multiply. */
function isIntrospection(fieldName: string): boolean {
  return fieldName === '__schema' || fieldName === '__type';
}

function withDirectives(measure: Measure, own = 0): Measure {
  return own === 0 ? measure : { ...measure, directives: capAmount(measure.directives + own) };
}

function countOwnDirectives({ directives = [], variableDefinitions = [] }: OperationDefinitionNode): number {
  return variableDefinitions.reduce((sum, variable) => sum + (variable.directives?.length ?? 0), directives.length);
}
