import type { ConnectorFiles, ConnectorFileView } from '../../ports/connector-files.ts';
import type { ConnectorFile, Resolvers } from '../generated/resolver-types.ts';
import { requireOpdReader } from '../opd-staff.ts';

type ConnectorResolvers = { readonly Opd: Pick<NonNullable<Resolvers['Opd']>, 'connectors'> };

/** Creates the resolvers of the connector files; a subgraph apart from the hub knows of none. */
export function createConnectorResolvers(files: ConnectorFiles | undefined): ConnectorResolvers {
  return {
    Opd: {
      connectors: ({ code }, _args, { caller }) => {
        requireOpdReader(caller, code);
        return files?.find(code)?.map(describe) ?? null;
      },
    },
  };
}

function describe({ sources, streams, operations, ...file }: ConnectorFileView): ConnectorFile {
  return {
    ...file,
    protocols: [...new Set(sources.map(({ protocol }) => protocol))],
    limits: sources.map(({ name, perMinute, perDay, ...limits }) => ({
      ...limits,
      source: name,
      perMinute: perMinute ?? null,
      perDay: perDay ?? null,
    })),
    streams: [...streams],
    operations: operations.map(({ parameters, record, ...operation }) => ({
      ...operation,
      parameters: [...parameters],
      record: record ?? null,
    })),
  };
}
