/**
 * Every setting of the hub in one typed place, from the environment. It refuses unknown names, says nothing of values,
 * and knows no setting of an OPD's system: those are named in the connector files.
 */
export { describeConfig } from './describe-config.ts';
export { getKeys } from './local-keys.ts';
export { checkProduction, type Environment, type NamedFile, readConfig } from './read-config.ts';
export type { HubConfig } from './settings.ts';
