import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { publicTextOf } from '../../base/ed25519-key.ts';
import { HubError } from '../../base/hub-error.ts';
import { createLog } from '../../base/log.ts';
import { type HubConfig, readConfig } from '../../config/index.ts';
import { readSharedSdl } from '../../hub.ts';
import { createSubgraphTokenVerifier, readHubKey } from '../../identity/index.ts';
import { getSubgraphKey } from '../../key-files.ts';
import { readLinksFile } from '../../links-file.ts';
import { createMemoryLinks } from '../../memory-links.ts';
import { projectRoot } from '../../project-root.ts';
import { createStandaloneSubgraph } from '../../standalone-subgraph.ts';
import type { Run } from '../command.ts';
import { readNumber } from '../read-number.ts';
import { serveUntilSignal } from '../serve-until-signal.ts';

export const runSubgraph: Run = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { port: { type: 'string', default: '4100' }, host: { type: 'string', default: '127.0.0.1' } },
  });
  const [name] = positionals;
  if (!name) {
    throw new HubError('BAD_USER_INPUT', 'Say whose subgraph', {
      fix: 'For example: npm run hub -- subgraph dpmptsp --port 4100',
    });
  }
  const config = readConfig(process.env);
  if (name === 'key') return printKey(config);
  const subgraph = await open(name, config);
  const port = readNumber('--port', values.port, 65_535);
  const close = () => subgraph.close();
  return serveUntilSignal({ app: subgraph.app, port, host: values.host, name: `subgraph ${name}`, close });
};

/** The hub's side: what an OPD needs to know of it. */
function printKey({ subgraphSigningKey, dataDir }: HubConfig): number {
  console.log(publicTextOf(getSubgraphKey(subgraphSigningKey, resolve(dataDir ?? '.data')).key));
  return 0;
}

function open(name: string, { subgraphHubKeys, linksFile, logLevel }: HubConfig) {
  if (subgraphHubKeys.length === 0) {
    throw new HubError('CONFIG_INVALID', 'HUB_SUBGRAPH_HUB_KEYS is missing: without it nobody could be let in', {
      fix: 'Set it to what the hub prints: npm run -s hub -- subgraph key',
    });
  }
  return createStandaloneSubgraph({
    name,
    connectorsDir: join(projectRoot, 'connectors'),
    sharedSdl: readSharedSdl(),
    systemSettings: process.env,
    links: createMemoryLinks(linksFile ? readLinksFile(linksFile) : []),
    verifier: createSubgraphTokenVerifier({ subgraph: name, hubKeys: subgraphHubKeys.map(readHubKey) }),
    log: createLog(logLevel),
  });
}
