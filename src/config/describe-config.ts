import type { Environment } from './read-config.ts';
import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

export interface DescribedSetting {
  readonly name: string;
  readonly describe: string;
  readonly defaultText: string;
  /** What is in force: the value, `(set)` for a secret, or undefined when it is not set. */
  readonly value: string | undefined;
}

/** Lists every setting of the hub with its meaning and what is in force; secrets only say that they are set. */
export function describeConfig(environment: Environment): DescribedSetting[] {
  return Object.values(settings).map((setting: Setting<unknown>) => {
    const text = environment[setting.name];
    const value = text ? (setting.isSecret ? '(set)' : text) : undefined;
    return { name: setting.name, describe: setting.describe, defaultText: setting.defaultText ?? '', value };
  });
}
