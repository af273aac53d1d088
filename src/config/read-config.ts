import { closest, distance } from 'fastest-levenshtein';
import { HubError } from '../base/hub-error.ts';
import { Malformed, type Setting } from './setting.ts';
import { type HubConfig, settings } from './settings.ts';
import { findUnsafeUrls, isSubgraphUrlSetting, readSubgraphUrls } from './subgraph-urls.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const all: readonly Setting<unknown>[] = Object.values(settings);

/** What the hub's clients read, the command `query` and the example among them; set beside the hub's own, it means no harm. */
const OF_CLIENTS = ['HUB_TOKEN', 'HUB_URL'];

/**
 * Reads the hub's configuration from the environment; an empty variable counts as not set.
 * @throws HubError CONFIG_INVALID naming every setting that is malformed or unknown, without its value.
 */
export function readConfig(environment: Environment): HubConfig {
  const problems = findUnknown(environment);
  const values = Object.entries(settings).map(([key, setting]: [string, Setting<unknown>]) => {
    const text = environment[setting.name];
    if (text === undefined || text === '') return [key, setting.fallback];
    const value = setting.parse(text);
    if (value instanceof Malformed) problems.push(`${setting.name} ${value.reason}`);
    return [key, value];
  });
  const subgraphs = readSubgraphUrls(environment);
  refuse([...problems, ...subgraphs.problems]);
  return { ...Object.fromEntries(values), subgraphUrls: subgraphs.urls } as HubConfig;
}

/** A misspelt setting would silently leave its default in force, so names that begin like the hub's must be the hub's. */
function findUnknown(environment: Environment): string[] {
  const known = [...all.map((setting) => setting.name), ...OF_CLIENTS];
  const isUnknown = (name: string) => name.startsWith('HUB_') && !known.includes(name) && !isSubgraphUrlSetting(name);
  const unknown = Object.keys(environment).filter(isUnknown);
  return unknown.map((name) => {
    const nearest = closest(name, known);
    return `${name} is not a setting of the hub${distance(name, nearest) <= 4 ? `; did you mean ${nearest}?` : ''}`;
  });
}

/**
 * Refuses a configuration that must not meet the public.
 * @throws HubError CONFIG_INVALID listing what is missing or still a value of the demo city.
 */
export function checkProduction(environment: Environment, connectorSettings: readonly string[]): void {
  const missing = all
    .filter((setting) => setting.isRequiredInProduction && !environment[setting.name])
    .map((setting) => `${setting.name} is missing: ${setting.describe}`);
  const missingSystems = connectorSettings
    .filter((name) => !environment[name])
    .map((name) => `${name} is missing: a connector needs it`);
  const used = [...all.map((setting) => setting.name), ...connectorSettings];
  const demo = used
    .filter((name) => /demo|simulasi/i.test(environment[name] ?? ''))
    .map((name) => `${name} is still a value of the demo city`);
  if (environment[settings.explorerTokenEndpoint.name])
    demo.push(`${settings.explorerTokenEndpoint.name} hands out demo tokens: remove it`);
  const issuer = environment[settings.issuer.name];
  if (issuer && URL.canParse(issuer) && new URL(issuer).protocol !== 'https:')
    demo.push(`${settings.issuer.name} must begin with https://`);
  refuse([...missing, ...missingSystems, ...demo, ...findUnsafeUrls(environment)]);
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const listed =
    problems.length === 1
      ? problems[0]
      : `${problems.length} settings need attention:\n${problems.map((one) => `  - ${one}`).join('\n')}`;
  throw new HubError('CONFIG_INVALID', listed ?? '', { fix: 'All settings: npm run hub -- config' });
}
