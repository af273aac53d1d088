import { capAmount } from '../amount.ts';

/** A number of objects: known when the operation is compiled, or only with the variables of a request. */
export type Cost = number | ((run: CostRun) => number);

export interface CostRun {
  readonly variables: Readonly<Record<string, unknown>>;
  /** What this run has worked out already. */
  readonly known: Map<Cost, number>;
}

/** Works a cost out with the variables of one request. */
export function evaluateCost(cost: Cost, run: CostRun): number {
  return typeof cost === 'number' ? cost : cost(run);
}

/** Adds costs; a constant when all of them are. */
export function addCosts(costs: readonly Cost[]): Cost {
  let constant = 0;
  const varying: Exclude<Cost, number>[] = [];
  for (const cost of costs) {
    if (typeof cost === 'number') constant = capAmount(constant + cost);
    else varying.push(cost);
  }
  if (varying.length === 0) return constant;
  return (run) => varying.reduce((sum, cost) => capAmount(sum + cost(run)), constant);
}

/** Multiplies two costs; a constant when both are, or one is nothing. */
export function multiplyCosts(left: Cost, right: Cost): Cost {
  if (left === 0 || right === 0) return 0;
  if (typeof left === 'number' && typeof right === 'number') return capAmount(left * right);
  return (run) => capAmount(evaluateCost(left, run) * evaluateCost(right, run));
}

/** Has a cost worked out once per run, however often it stands in others: fragments that spread fragments double it. */
export function shareCost(cost: Cost): Cost {
  if (typeof cost === 'number') return cost;
  return (run) => {
    const known = run.known.get(cost);
    if (known !== undefined) return known;
    const amount = cost(run);
    run.known.set(cost, amount);
    return amount;
  };
}
