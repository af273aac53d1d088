import type { Scaffold } from '../../connector/index.ts';
import { composeSupergraph, type SubgraphDefinition } from '../../federation/index.ts';
import { readSharedSdl } from '../../hub.ts';
import { buildSubgraph } from '../../subgraph/index.ts';

/** Builds the OPD's guarded subgraph as it will be, and composes it with the others. @throws HubError CONFIG_INVALID */
export async function checkScaffold({ connector }: Scaffold, others: readonly SubgraphDefinition[]): Promise<void> {
  const { opd, sdl, resolvers } = connector;
  const subgraph = await buildSubgraph({ name: opd, sdl, resolvers }, readSharedSdl());
  try {
    composeSupergraph([...others, { name: opd, sdl: subgraph.sdl }]);
  } finally {
    await subgraph.close();
  }
}
