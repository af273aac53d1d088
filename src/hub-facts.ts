import type { Connector } from './connector/index.ts';
import { listErrorCodes } from './gateway/index.ts';
import type { HubParts } from './hub.ts';
import type { HubFacts } from './ports/hub-facts.ts';
import { readRelease } from './read-release.ts';

/** Wires what the hub says of itself to anybody. */
export function createHubFacts(
  { copies, outbox, outboxDesk }: Pick<HubParts, 'copies' | 'outbox' | 'outboxDesk'>,
  connectors: readonly Connector[],
): HubFacts {
  const systems = connectors.flatMap((one) => one.systems);
  return {
    release: readRelease(),
    systems: systems.length,
    operations: systems.reduce((sum, { operations, writes }) => sum + operations.size + writes.size, 0),
    errorCodes: listErrorCodes(),
    ...(copies && { countRecords: copies.countRecords }),
    ...(outbox && outboxDesk && { countSubmissions: outboxDesk.countSince }),
  };
}
