import type { SubgraphAnswer, SubgraphFault, SubgraphLink } from '../link.ts';
import { isObject } from './merge.ts';
import type { PlanContext } from './plan-context.ts';
import type { Run } from './run.ts';

/** What a subgraph gave: data, faults, or neither because the fetch failed as a whole. */
export interface Outcome {
  readonly data: Record<string, unknown> | undefined;
  readonly faults: readonly SubgraphFault[];
  /** Set when there is no data and no fault to explain that. */
  readonly failure: { readonly reason: unknown } | undefined;
}

/** One call of a plan: adds the variables of the request to those given, and never throws. */
export type Call = (run: Run, variables: Record<string, unknown>) => Promise<Outcome>;

interface FetchText {
  readonly operation: string;
  readonly variableUsages?: readonly string[];
}

const NO_FAULTS: readonly SubgraphFault[] = [];

/** Prepares the operation of a fetch at its link, once per plan. */
export function prepareFetch(node: FetchText, link: SubgraphLink, { toClientVariable }: PlanContext): Call {
  const fetch = link.prepare(node.operation);
  const usages = (node.variableUsages ?? []).map((name) => ({ name, source: toClientVariable(name) }));
  return async (run, variables) => {
    for (const { name, source } of usages) if (source in run.variables) variables[name] = run.variables[source];
    try {
      const answer = await fetch(variables, run.context);
      link.noteExtensions?.(answer.extensions, run.context);
      return readAnswer(answer);
    } catch (reason) {
      return { data: undefined, faults: NO_FAULTS, failure: { reason } };
    }
  };
}

/** Reads what a link gave. */
export function readAnswer(answer: SubgraphAnswer): Outcome {
  const faults = Array.isArray(answer.errors) ? answer.errors.map(readFault) : NO_FAULTS;
  if (isObject(answer.data)) return { data: answer.data, faults, failure: undefined };
  return { data: undefined, faults, failure: faults.length > 0 ? undefined : { reason: undefined } };
}

/** A remote subgraph may list anything among its errors. */
export function readFault(given: unknown): SubgraphFault {
  if (!isObject(given) || typeof given.message !== 'string')
    return { message: 'The subgraph gave an error without a message' };
  const fault = given as Record<string, unknown> & SubgraphFault;
  const isCountedInText = Array.isArray(fault.path) && fault.path.some(isIndexText);
  return isCountedInText
    ? { ...fault, path: fault.path?.map((segment) => (isIndexText(segment) ? Number(segment) : segment)) }
    : fault;
}

/** Mercurius writes the place in a list as text; no field's name is a number (specification section 2.1.9). */
function isIndexText(segment: unknown): boolean {
  return typeof segment === 'string' && /^\d+$/.test(segment);
}
