import type { LoginSeal } from '../../ports/web-session-store.ts';
import { checkKeyRing, type KeyRing, open, seal } from '../personal-data.ts';

const CONTEXT = ['web-login'] as const;
/** Longer than any that is made here. */
const MAX_CHARACTERS = 8192;

/**
 * Creates the seal of log-ins that are under way, so that nothing is kept of those that nobody ends.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createLoginSeal(keys: KeyRing): LoginSeal {
  checkKeyRing(keys);
  return {
    seal: (content) => {
      const { dataKeyId, bytes } = seal(content, keys.data, CONTEXT);
      return `${Buffer.from(dataKeyId).toString('base64url')}.${bytes.toString('base64url')}`;
    },
    open: (text) => {
      const [id, sealed] = text.length > MAX_CHARACTERS ? [] : text.split('.');
      if (!id || !sealed) return undefined;
      try {
        const dataKeyId = Buffer.from(id, 'base64url').toString();
        return open({ dataKeyId, bytes: Buffer.from(sealed, 'base64url') }, keys.data, CONTEXT);
      } catch {
        // Anybody may send anything here, so one that does not open is no fault of the hub's.
        return undefined;
      }
    },
  };
}
