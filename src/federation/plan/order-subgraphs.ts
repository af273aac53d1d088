import type { PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';

/** A supergraph whose subgraphs have names by which the planner looks at them in a good order. */
export interface OrderedSupergraph {
  readonly supergraphSdl: string;
  /** Gives the subgraphs of a plan their own names back. */
  restoreNames(plan: QueryPlan): QueryPlan;
}

/**
 * Names the subgraphs so that those which know some interface only as an object (`@interfaceObject`) come last. To find
 * the type behind an interface the planner takes the first subgraph by name that has the interface, and gives up
 * ("No paths found") when that one is such a subgraph.
 */
export function orderSubgraphs(supergraphSdl: string): OrderedSupergraph {
  const document = parse(supergraphSdl, { noLocation: true });
  const blind = graphsWithInterfaceObjects(document);
  if (blind.size === 0) return { supergraphSdl, restoreNames: (plan) => plan };
  const names = new Map<string, string>();
  const renamed = visit(document, {
    EnumValueDefinition: (value) => {
      const given = value.directives?.find((directive) => directive.name.value === 'join__graph');
      const argument = given?.arguments?.find(({ name }) => name.value === 'name');
      if (argument?.value.kind !== Kind.STRING) return undefined;
      const name = argument.value.value;
      const ordered = `${blind.has(value.name.value) ? 2 : 1} ${name}`;
      names.set(ordered, name);
      return visit(value, { StringValue: (text) => (text.value === name ? { ...text, value: ordered } : undefined) });
    },
  });
  return {
    supergraphSdl: print(renamed),
    restoreNames: (plan) => {
      if (plan.node) restore(plan.node, names);
      return plan;
    },
  };
}

function graphsWithInterfaceObjects(document: DocumentNode): ReadonlySet<string> {
  const graphs = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      if (directive.name.value !== 'join__type') return;
      const given = new Map(directive.arguments?.map(({ name, value }) => [name.value, value]));
      const graph = given.get('graph');
      const flag = given.get('isInterfaceObject');
      if (graph?.kind === Kind.ENUM && flag?.kind === Kind.BOOLEAN && flag.value) graphs.add(graph.value);
    },
  });
  return graphs;
}

function restore(node: PlanNode, names: ReadonlyMap<string, string>): void {
  switch (node.kind) {
    case 'Fetch':
    case 'BatchFetch':
      node.serviceName = names.get(node.serviceName) ?? node.serviceName;
      return;
    case 'Sequence':
    case 'Parallel':
      for (const child of node.nodes) restore(child, names);
      return;
    case 'Flatten':
      restore(node.node, names);
      return;
    case 'Condition':
      if (node.ifClause) restore(node.ifClause, names);
      if (node.elseClause) restore(node.elseClause, names);
      return;
    default:
      // The engine executes no other node, so it needs none of their names.
      return;
  }
}
