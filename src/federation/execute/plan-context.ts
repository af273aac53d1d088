import type { SubgraphLink } from '../link.ts';
import type { ToClientPath } from '../operation/client-path.ts';
import type { Merge } from './merge.ts';
import type { IsSubtype } from './type-test.ts';

/** What the nodes of a plan are compiled with. */
export interface PlanContext {
  linkOf(subgraph: string): SubgraphLink;
  readonly isSubtype: IsSubtype;
  readonly merge: Merge;
  readonly toClientPath: ToClientPath;
  /** The client's name of a variable that the plan uses. */
  toClientVariable(name: string): string;
}
