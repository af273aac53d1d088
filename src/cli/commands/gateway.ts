import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createBareGateway } from '../../bare-gateway.ts';
import { HubError } from '../../base/hub-error.ts';
import { createLog } from '../../base/log.ts';
import { defaultLimits } from '../../gateway/index.ts';
import type { Run } from '../command.ts';
import { readNumber } from '../read-number.ts';
import { serveUntilSignal } from '../serve-until-signal.ts';

export const runGateway: Run = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string', default: '4000' },
      host: { type: 'string', default: '127.0.0.1' },
      header: { type: 'string', multiple: true, default: [] },
      origin: { type: 'string', multiple: true, default: [] },
      'timeout-ms': { type: 'string', default: '5000' },
      'max-list-cost': { type: 'string', default: '1000000' },
      'no-deduplication': { type: 'boolean', default: false },
    },
  });
  const gateway = await createBareGateway({
    supergraphSdl: readSupergraph(values.supergraph),
    forwardedHeaders: values.header.map((name) => name.toLowerCase()),
    corsOrigins: values.origin,
    isDeduplicating: !values['no-deduplication'],
    limits: { timeoutMs: readNumber('--timeout-ms', values['timeout-ms'], 600_000) },
    operationLimits: {
      ...defaultLimits,
      // Nobody knows this schema's lists; a list within a list within a list within a list must pass.
      maxListCost: readNumber('--max-list-cost', values['max-list-cost'], Number.MAX_SAFE_INTEGER),
    },
    log: createLog('warn'),
  });
  return serveUntilSignal({
    app: gateway.app,
    port: readNumber('--port', values.port, 65_535),
    host: values.host,
    name: 'gateway',
    close: () => gateway.close(),
  });
};

function readSupergraph(file: string | undefined): string {
  if (!file) {
    throw new HubError('BAD_USER_INPUT', 'Say which supergraph', {
      fix: 'For example: npm run hub -- gateway --supergraph supergraph.graphql --port 4000',
    });
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new HubError('BAD_USER_INPUT', `${file} cannot be read (${code})`);
  }
}
