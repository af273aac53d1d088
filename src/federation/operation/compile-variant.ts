import type { QueryPlan } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { compilePlan } from '../execute/compile-plan.ts';
import { compileSubscription } from '../execute/compile-subscription.ts';
import { createMerge } from '../execute/merge.ts';
import type { Step } from '../execute/run.ts';
import type { IsSubtype } from '../execute/type-test.ts';
import type { SubgraphLink } from '../link.ts';
import { compileProjection } from '../project/compile-projection.ts';
import { createToClientPath } from './client-path.ts';
import { compileIntrospection } from './compile-introspection.ts';
import type { FieldNames } from './field-names.ts';
import type { InterfaceObjects } from './interface-objects.ts';
import { printPlanned } from './print-planned.ts';
import { assignResponseKeys } from './response-keys.ts';
import type { Variant } from './run-variant.ts';
import { type Fragments, specialise } from './specialise.ts';
import { splitIntrospection } from './split-introspection.ts';
import { assignVariableNames } from './variable-names.ts';

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
    const project = compileProjection(schema, special, keys);
    const steps: Step[] = [];
    if (planned) {
      const plan = await compiler.plan(
        printPlanned(planned, { schema, interfaceObjects, fragments: special.fragments, keys, variables }),
      );
      const toClientPath = createToClientPath(special, keys);
      const context = { linkOf, isSubtype, merge, toClientPath, toClientVariable: variables.toClient };
      if (operation.operation === 'subscription') return { subscription: compileSubscription(plan, context), project };
      steps.push(compilePlan(plan, context));
    }
    if (introspected) steps.push(compileIntrospection(schema, introspected, special.fragments));
    return { steps, project, kind: operation.operation };
  };
}
