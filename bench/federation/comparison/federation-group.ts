/** The process groups whose CPU time is told apart: the subgraphs' is the same server's for all contenders. */
export type FederationGroup = 'gateway' | 'subgraphs';

/** What a contender's total is made of. */
export const countedGroups: readonly FederationGroup[] = ['gateway'];
