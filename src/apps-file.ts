import { readYamlList } from './base/read-yaml-list.ts';
import { type AppDefinition, appPatterns, DEFAULT_PER_MINUTE, MAX_PER_MINUTE } from './store/index.ts';

/** Reads HUB_APPS_FILE. @throws HubError CONFIG_INVALID that names each mistake with its line. */
export function readAppsFile(file: string): AppDefinition[] {
  return readYamlList<AppDefinition>(file, { setting: 'HUB_APPS_FILE', entry: ENTRY });
}

const one = ([pattern, $comment]: readonly [string, string]) => ({ type: 'string', pattern, $comment });
const listOf = (part: readonly [string, string]) => ({ type: 'array', uniqueItems: true, items: one(part) });
const WORDS = { type: 'string', minLength: 1 };

const ENTRY = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'owner', 'purposes'],
  properties: {
    id: one(appPatterns.id),
    name: WORDS,
    owner: WORDS,
    // Whoever forgets to say it gets the one that needs citizens' consent.
    party: { enum: ['city', 'other'], default: 'other' },
    scopes: { ...listOf(appPatterns.scopes), default: [] },
    purposes: { ...listOf(appPatterns.purposes), minItems: 1 },
    redirectUris: { ...listOf(appPatterns.redirectUris), default: [] },
    origins: { ...listOf(appPatterns.origins), default: [] },
    perMinute: { type: 'integer', minimum: 1, maximum: MAX_PER_MINUTE, default: DEFAULT_PER_MINUTE },
  },
};
