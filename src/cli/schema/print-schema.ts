import { printSchema as printSdl } from 'graphql';
import { HubError } from '../../base/hub-error.ts';
import { readConfig } from '../../config/index.ts';
import { buildPublicSchema } from '../../federation/index.ts';
import { composeCommittedSupergraph } from '../../hub.ts';
import { composePortableSupergraph } from '../../portable-supergraph.ts';
import type { Run } from '../command.ts';
import { parseFlags } from './parse-flags.ts';

/**
 * Prints the supergraph that the subgraphs compose to now; with `--public` the schema that clients see of it, with
 * `--portable` what other routers can serve.
 */
export const printSchema: Run = async (args) => {
  const flags = parseFlags('schema print', args, {
    public: { type: 'boolean' },
    portable: { type: 'boolean' },
    url: { type: 'string', multiple: true },
  });
  if (flags.portable) {
    process.stdout.write(composePortableSupergraph(readUrls(flags.url ?? [])));
    return 0;
  }
  const composed = composeCommittedSupergraph();
  // Nothing is added to it, so that what is sent to a file is what `schema compose` writes.
  process.stdout.write(flags.public ? `${printSdl(buildPublicSchema(composed))}\n` : composed);
  return 0;
};

/** `name=address` each; those of the settings HUB_SUBGRAPH_<OPD>_URL besides. */
function readUrls(given: readonly string[]): Map<string, string> {
  const urls = new Map(readConfig(process.env).subgraphUrls);
  for (const one of given) {
    const [, name, url] = /^([a-z][a-z0-9-]*)=(https?:.+)$/.exec(one) ?? [];
    if (!name || !url || !URL.canParse(url)) {
      throw new HubError('BAD_USER_INPUT', `--url cannot be ${one}`, {
        fix: 'Write it like: --url city=http://127.0.0.1:4101/graphql',
      });
    }
    urls.set(name, url);
  }
  return urls;
}
