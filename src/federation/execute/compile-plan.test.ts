import type { PlanNode } from '@graphql-hive/router-query-planner';
import { describe, expect, it } from 'vitest';
import { compilePlan } from './compile-plan.ts';
import { createMerge } from './merge.ts';
import type { Run } from './run.ts';

const asked: string[] = [];

function compile(node: PlanNode | undefined) {
  return compilePlan(
    { kind: 'QueryPlan', ...(node && { node }) },
    {
      isSubtype: () => false,
      merge: createMerge(new Set()),
      toClientPath: (path) => path,
      toClientVariable: (name) => (name === 'v0' ? 'representations' : name),
      linkOf: (name) => ({
        name,
        prepare: (operation) => async (variables) => {
          asked.push(`${name} ${JSON.stringify(variables)}`);
          return { data: { [name]: operation } };
        },
      }),
    },
  );
}

async function run(node: PlanNode | undefined, variables: Record<string, unknown> = {}): Promise<Run> {
  const state: Run = { data: {}, errors: [], unasked: new Set(), nulled: [], variables, context: {} };
  asked.length = 0;
  await compile(node)(state);
  return state;
}

const fetch = (serviceName: string, ...variableUsages: string[]): PlanNode => ({
  kind: 'Fetch',
  serviceName,
  operation: '{ x }',
  variableUsages,
});

describe('a compiled plan', () => {
  it('does nothing when there is nothing to fetch', async () => {
    expect((await run(undefined)).data).toEqual({});
  });

  it('runs its fetches in sequence or side by side', async () => {
    const { data } = await run({
      kind: 'Sequence',
      nodes: [fetch('a'), { kind: 'Parallel', nodes: [fetch('b'), fetch('c')] }],
    });
    expect(Object.keys(data)).toEqual(['a', 'b', 'c']);
  });

  it('takes the branch of a condition that its variable decides, either of which may be missing', async () => {
    const node = { kind: 'Condition', condition: 'v0', ifClause: fetch('yes'), elseClause: fetch('no') } as const;
    expect((await run(node, { representations: true })).data).toHaveProperty('yes');
    expect((await run(node, { representations: false })).data).toHaveProperty('no');
    expect((await run({ kind: 'Condition', condition: 'x' }, { x: true })).data).toEqual({});
  });

  it('sends a fetch just the variables that it uses, under its own names for them', async () => {
    await run(fetch('a', 'v0', 'x', 'unset'), { representations: 1, x: null, other: 2 });
    expect(asked).toEqual(['a {"v0":1,"x":null}']);
  });

  it.each([
    { kind: 'Subscription', primary: fetch('a') },
    { kind: 'Defer', primary: {}, deferred: [] },
    { kind: 'Flatten', path: [], node: { kind: 'Sequence', nodes: [] } },
  ] as PlanNode[])('is not made of a $kind node that it would have to pass over', (node) => {
    expect(() => compile(node)).toThrow('which this engine does not execute');
  });
});
