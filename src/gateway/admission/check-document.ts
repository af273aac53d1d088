import type { DocumentNode } from 'graphql';
import { describeAmount } from './amount.ts';
import { type Measure, measureDocument } from './measure-document.ts';
import { MAX_NESTING, type OperationLimits } from './operation-limits.ts';
import { tooLarge, tooNested } from './too-large.ts';

/**
 * Checks every operation of a document, because the client may choose any of them by its name, and every fragment that
 * none of them spreads.
 * @throws HubError OPERATION_TOO_LARGE
 */
export function checkDocument(document: DocumentNode, limits: OperationLimits): void {
  const { operations, unusedFragments } = measureDocument(document);
  for (const measure of unusedFragments) checkMeasure(measure, limits);
  for (const measure of operations) {
    checkMeasure(measure, limits);
    checkRootFields(measure, limits);
  }
}

function checkMeasure(measure: Measure, limits: OperationLimits): void {
  const { depth, selections, aliases, directives } = measure;
  if (measure.nesting > MAX_NESTING) throw tooNested(MAX_NESTING);
  if (depth > limits.maxDepth) {
    throw tooLarge(`The operation is ${depth} levels deep; ${limits.maxDepth} are allowed.`);
  }
  if (aliases > limits.maxAliases) {
    throw tooLarge(`The operation has ${describeAmount(aliases)} aliases; ${limits.maxAliases} are allowed.`);
  }
  if (directives > limits.maxDirectives) {
    throw tooLarge(`The operation has ${describeAmount(directives)} directives; ${limits.maxDirectives} are allowed.`);
  }
  // Else fragments were a way round the limit on tokens. The planner writes them out: 21 that each spread the next one
  // twice, 200 tokens, keep it busy for 9 seconds.
  if (selections > limits.maxTokens) {
    throw tooLarge(
      `The operation has ${describeAmount(selections)} selections when its fragments are written out; ` +
        `${limits.maxTokens} are allowed.`,
    );
  }
}

/**
 * Fields are counted as they stand, not by distinct response key: the same field twice is one in the answer, but
 * validation compares each with each.
 */
function checkRootFields({ topFields }: Measure, { maxRootFields }: OperationLimits): void {
  if (topFields > maxRootFields) {
    throw tooLarge(`The operation has ${describeAmount(topFields)} fields at its root; ${maxRootFields} are allowed.`);
  }
}
