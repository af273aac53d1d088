import type { QueryPlan } from '@graphql-hive/router-query-planner';
import type { ExecutionResult, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { compilePlan } from '../execute/compile-plan.ts';
import { createMerge } from '../execute/merge.ts';
import type { Run, Step } from '../execute/run.ts';
import type { IsSubtype } from '../execute/type-test.ts';
import type { SubgraphLink } from '../link.ts';
import { compileProjection, type Projector } from '../project/compile-projection.ts';
import { projectRun } from '../project/project-run.ts';
import { createToClientPath } from './client-path.ts';
import { compileIntrospection } from './compile-introspection.ts';
import type { FieldNames } from './field-names.ts';
import type { InterfaceObjects } from './interface-objects.ts';
import { printPlanned } from './print-planned.ts';
import { assignResponseKeys } from './response-keys.ts';
import { type Fragments, specialise } from './specialise.ts';
import { splitIntrospection } from './split-introspection.ts';
import { assignVariableNames } from './variable-names.ts';

/** One operation for one combination of its conditions. */
export type Variant =
  | { readonly steps: readonly Step[]; readonly project: Projector }
  | { readonly refusal: GraphQLError; readonly retryAfterMs?: number };

/** Rejects when the operation cannot be planned. */
export type CompileVariant = (
  operation: OperationDefinitionNode,
  fragments: Fragments,
  conditions: Readonly<Record<string, unknown>>,
) => Promise<Variant>;

export interface VariantCompiler {
  readonly schema: GraphQLSchema;
  readonly fieldNames: FieldNames;
  readonly interfaceObjects: InterfaceObjects;
  readonly isSubtype: IsSubtype;
  linkOf(subgraph: string): SubgraphLink;
  plan(operationText: string): QueryPlan | Promise<QueryPlan>;
}

/** Creates the compiler of variants: specialise, plan, compile the plan, compile the projection. */
export function createVariantCompiler(compiler: VariantCompiler): CompileVariant {
  const { schema, fieldNames, interfaceObjects, isSubtype, linkOf } = compiler;
  const merge = createMerge(new Set(interfaceObjects.keys()));
  return async (operation, fragments, conditions) => {
    const special = specialise(operation, fragments, conditions);
    const keys = assignResponseKeys(special, fieldNames);
    const variables = assignVariableNames(operation);
    const { planned, introspected } = splitIntrospection(special);
    const steps: Step[] = [];
    if (planned) {
      const plan = await compiler.plan(
        printPlanned(planned, { schema, interfaceObjects, fragments: special.fragments, keys, variables }),
      );
      const toClientPath = createToClientPath(special, keys);
      steps.push(compilePlan(plan, { linkOf, isSubtype, merge, toClientPath, toClientVariable: variables.toClient }));
    }
    if (introspected) steps.push(compileIntrospection(schema, introspected, special.fragments));
    return { steps, project: compileProjection(schema, special, keys) };
  };
}

/** Runs a variant for one request; a refused one is answered without running anything. */
export async function runVariant(
  variant: Variant,
  variables: Record<string, unknown>,
  context: unknown,
): Promise<ExecutionResult> {
  if ('refusal' in variant) return { errors: [variant.refusal] };
  const run: Run = { data: {}, errors: [], unasked: new Set(), nulled: [], variables, context };
  for (const step of variant.steps) await step(run);
  return projectRun(run, variant.project);
}
