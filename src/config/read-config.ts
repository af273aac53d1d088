import { closest, distance } from 'fastest-levenshtein';
import { HubError } from '../base/hub-error.ts';
import { findUnfitKeys } from './find-unfit-keys.ts';
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

/** A file that settings name, as far as production minds what stands in it. */
export interface NamedFile {
  /** The setting that names it. */
  readonly setting: string;
  readonly text: string;
  /** Addresses of issuers in it. */
  readonly issuers?: readonly string[];
}

/**
 * Refuses a configuration that must not meet the public; `madeKeys` is what trials on this machine have kept of keys.
 * @throws HubError CONFIG_INVALID listing what is missing or still a value of the demo city.
 */
export function checkProduction(
  environment: Environment,
  connectorSettings: readonly string[],
  files: readonly NamedFile[] = [],
  madeKeys: readonly string[] = [],
): void {
  const hasSubgraphs = Object.keys(environment).some((name) => isSubgraphUrlSetting(name) && environment[name]);
  const isRequired = (setting: Setting<unknown>) =>
    setting.isRequiredInProduction || (hasSubgraphs && setting === settings.subgraphSigningKey);
  const missing = all
    .filter((setting) => isRequired(setting) && !environment[setting.name])
    .map((setting) => `${setting.name} is missing: ${setting.describe}`);
  const missingSystems = connectorSettings
    .filter((name) => !environment[name])
    .map((name) => `${name} is missing: a connector needs it`);
  const used = [...all.map((setting) => setting.name), ...connectorSettings];
  const demo = used
    .filter((name) => isOfDemo(environment[name] ?? ''))
    .map((name) => `${name} is still a value of the demo city`);
  if (environment[settings.explorerTokenEndpoint.name])
    demo.push(`${settings.explorerTokenEndpoint.name} hands out demo tokens: remove it`);
  for (const { setting, text } of files)
    if (isOfDemo(text)) demo.push(`${setting}: the file still has a value of the demo city`);
  refuse([
    ...missing,
    ...missingSystems,
    ...demo,
    ...findUnfitKeys(environment, madeKeys),
    ...findUnsafeIssuers(environment, files),
    ...findUnsafeUrls(environment),
    ...findUnsafePublicUrl(environment),
  ]);
}

/** Invented people live in a kecamatan 99, which does not exist. */
function isOfDemo(text: string): boolean {
  // Random keys spell any word sooner or later.
  return /demo(?!krasi|grafi)|simulasi|\b157199\d{10}\b/i.test(text.replaceAll(/[A-Za-z0-9+/]{43,}={0,2}/g, ''));
}

/** Whoever can come between the hub and an issuer makes himself anybody. */
function findUnsafeIssuers(environment: Environment, files: readonly NamedFile[]): string[] {
  const named = [settings.issuer, settings.staffIssuer].map(({ name }) => [name, environment[name] ?? ''] as const);
  const inFiles = files.flatMap(({ setting, issuers = [] }) =>
    issuers.map((issuer) => [`${setting}: each issuer`, issuer] as const),
  );
  const problems = [...named, ...inFiles].flatMap(([where, issuer]) => {
    if (!URL.canParse(issuer)) return [];
    const { protocol, hostname } = new URL(issuer);
    if (protocol !== 'https:') return [`${where} must begin with https://`];
    return isThisMachine(hostname) ? [`${where} must not be on this machine`] : [];
  });
  return [...new Set(problems)];
}

/** Over plain HTTP whoever listens has the cookies of all who log in. */
function findUnsafePublicUrl(environment: Environment): string[] {
  const { name } = settings.publicUrl;
  const isUnsafe = environment[name] && !environment[name].startsWith('https://');
  return isUnsafe ? [`${name} must begin with https://`] : [];
}

function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]|\[::\])\.?$/.test(
    hostname,
  );
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const listed =
    problems.length === 1
      ? problems[0]
      : `${problems.length} settings need attention:\n${problems.map((one) => `  - ${one}`).join('\n')}`;
  throw new HubError('CONFIG_INVALID', listed ?? '', { fix: 'All settings: npm run hub -- config' });
}
