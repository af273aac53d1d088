import type { OperationDefinitionNode } from 'graphql';

/** Under which names the variables of an operation reach the planner. */
export interface VariableNames {
  toPlanned(name: string): string;
  toClient(name: string): string;
}

// The planner declares `$representations` and `$__batch_reps_0` itself, beside a client's variable of the same name.
const TAKEN = /^(representations$|__)/;

/** Renames the variables that collide with the planner's own. */
export function assignVariableNames(operation: OperationDefinitionNode): VariableNames {
  const names = (operation.variableDefinitions ?? []).map((definition) => definition.variable.name.value);
  const planned = new Map<string, string>();
  const client = new Map<string, string>();
  for (const name of names) {
    if (!TAKEN.test(name)) continue;
    let free = `v${planned.size}`;
    while (names.includes(free)) free = `v_${free}`;
    names.push(free);
    planned.set(name, free);
    client.set(free, name);
  }
  return {
    toPlanned: (name) => planned.get(name) ?? name,
    toClient: (name) => client.get(name) ?? name,
  };
}
