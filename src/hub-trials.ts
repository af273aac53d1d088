import { HubError } from './base/hub-error.ts';
import { type Connector, checkTriedArguments, findTried, tryOperation } from './connector/index.ts';
import type { OperationTrials } from './ports/operation-trials.ts';

/** A NIK in an address stands in every log on its way; connector files keep it out, and so must who tries one. */
const LOOKS_LIKE_NIK = /\d{16}/;

/** Wires the trials of what the connectors of this process can ask. */
export function createHubTrials(connectors: readonly Connector[]): OperationTrials {
  return {
    prepare: ({ opd, system, operation: name, arguments: given }) => {
      const all = connectors.find((one) => one.opd === opd)?.systems ?? [];
      const systems = all.filter((one) => system === undefined || one.name === system);
      if (systems.length === 0) {
        const fix = 'Name one whose connector file the hub has; what an OPD’s own server asks is tried there.';
        throw new HubError('NOT_FOUND', 'This hub asks no such system.', { fix });
      }
      const operation = findTried(opd, systems, name);
      const args = checkTriedArguments(operation, given);
      if ([...operation.addressed].some((one) => LOOKS_LIKE_NIK.test(args[one] ?? '')))
        throw new HubError('BAD_USER_INPUT', 'What stands in an address must not be a number of somebody.');
      // Short codes of what belongs to nobody are what whoever maps it must see; of a person they may be his religion.
      const masking = operation.record.ownership === 'none' ? 'codes' : 'all';
      return { run: () => tryOperation(operation, args, masking) };
    },
  };
}
