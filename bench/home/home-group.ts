/** The process groups whose CPU time is told apart. */
export type HomeGroup = 'gateway' | 'subgraphs' | 'postgres';

/** What a contender's total is made of: all but PostgreSQL. */
export const countedGroups: readonly HomeGroup[] = ['gateway', 'subgraphs'];
