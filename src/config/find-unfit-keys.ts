import type { Environment } from './read-config.ts';
import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

const KEY_BYTES = 32;
/** Of 32 random bytes some 30 are distinct; that half of them are not happens never. */
const MIN_DISTINCT = 16;
/** The id under which a hub that was given no keys files what it makes for itself. */
const MADE_ID = 'local';

/**
 * Lists the settings whose keys protect nothing: chosen by somebody instead of drawn at random, or made by a trial, whose
 * folder anybody may have copied. `made` is the text of what trials keep.
 */
export function findUnfitKeys(environment: Environment, made: readonly string[]): string[] {
  const { indexKeys, dataKeys, appTokenKey, auditSigningKey, subgraphSigningKey } = settings;
  const inLists = [indexKeys, dataKeys].flatMap((setting) =>
    textOf(setting, environment)
      .split(',')
      .map((item) => item.trim())
      .map((item) => ({ setting, id: item.split(':')[0], text: item.slice(item.indexOf(':') + 1) })),
  );
  const signing = [appTokenKey, auditSigningKey, subgraphSigningKey].map((setting) => ({
    setting,
    id: undefined,
    text: textOf(setting, environment),
  }));
  const problems = [...inLists, ...signing].flatMap(({ setting: { name }, id, text }) => {
    if (text === '') return [];
    if (id === MADE_ID || made.some((one) => one.includes(text)))
      return [`${name} is a key that a trial made for itself: make one for production`];
    return isRandom(text)
      ? []
      : [`${name} is not random: take ${KEY_BYTES} bytes of a generator (openssl rand -base64 32)`];
  });
  return [...new Set(problems)];
}

function textOf({ name }: Setting<unknown>, environment: Environment): string {
  return environment[name] ?? '';
}

/** Looks at the last bytes: all of a key in a list, the seed of an Ed25519 key. */
function isRandom(text: string): boolean {
  const bytes = [...Buffer.from(text, 'base64').subarray(-KEY_BYTES)];
  const steps = new Set(bytes.slice(1).map((byte, index) => (byte - (bytes[index] as number) + 256) % 256));
  const isText = bytes.every((byte) => byte >= 32 && byte < 127);
  return Math.min(new Set(bytes).size, steps.size) >= MIN_DISTINCT && !isText;
}
