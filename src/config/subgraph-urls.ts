import type { Environment } from './read-config.ts';

const NAME = /^HUB_SUBGRAPH_([A-Z][A-Z0-9_]*)_URL$/;

/** The settings of this family as they are described; `<OPD>` stands for the folder's name in capitals, `-` as `_`. */
export const subgraphUrlSetting = {
  name: 'HUB_SUBGRAPH_<OPD>_URL',
  describe: "Where an OPD's own subgraph answers; the hub then runs no connector of that OPD.",
};

export function isSubgraphUrlSetting(name: string): boolean {
  return NAME.test(name);
}

/** Reads which OPDs run their own subgraph, by the names of their folders; problems name the setting, not its value. */
export function readSubgraphUrls(environment: Environment): { urls: Map<string, string>; problems: string[] } {
  const urls = new Map<string, string>();
  const problems: string[] = [];
  for (const [name, url] of Object.entries(environment)) {
    const opd = NAME.exec(name)?.[1];
    if (opd === undefined || !url) continue;
    if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
      urls.set(opd.toLowerCase().replaceAll('_', '-'), url);
    else problems.push(`${name} must be an address that begins with https:// or http://`);
  }
  return { urls, problems };
}

/** The addresses over which a citizen's NIK would travel readable for everybody on the way. */
export function findUnsafeUrls(environment: Environment): string[] {
  return Object.entries(environment)
    .filter(([name, url]) => isSubgraphUrlSetting(name) && url && !isSafe(url))
    .map(([name]) => `${name} must begin with https://`);
}

function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
}
