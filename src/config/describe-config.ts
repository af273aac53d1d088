import type { Environment } from './read-config.ts';
import type { Setting } from './setting.ts';
import { settings } from './settings.ts';
import { isSubgraphUrlSetting, subgraphUrlSetting } from './subgraph-urls.ts';

export interface DescribedSetting {
  readonly name: string;
  readonly describe: string;
  readonly defaultText: string;
  /** What is in force: the value, `(set)` for a secret, or undefined when it is not set. */
  readonly value: string | undefined;
}

/** Lists every setting of the hub with its meaning and what is in force; secrets only say that they are set. */
export function describeConfig(environment: Environment): DescribedSetting[] {
  const described = Object.values(settings).map((setting: Setting<unknown>) => {
    const text = environment[setting.name];
    const value = text ? (setting.isSecret ? '(set)' : text) : undefined;
    return { name: setting.name, describe: setting.describe, defaultText: setting.defaultText ?? '', value };
  });
  const family = Object.keys(environment).filter((name) => isSubgraphUrlSetting(name) && environment[name]);
  const { name, describe } = subgraphUrlSetting;
  const urls = (family.length > 0 ? family : [name]).map((one) => ({
    name: one,
    describe,
    defaultText: '',
    value: environment[one],
  }));
  return [...described, ...urls];
}
