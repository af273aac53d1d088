import type { Clock } from '../base/clock.ts';
import { HubError } from '../base/hub-error.ts';
import type { SessionKind, WebSession, WebSessionStore } from '../ports/web-session-store.ts';
import type { IssuerClient } from './issuer-client.ts';
import { IssuerRefusal, IssuerSilent } from './issuer-failure.ts';
import { sessionExpired } from './session-expired.ts';

export interface TokenRenewal {
  /** A session's access token, renewed in its last minute. @throws HubError SESSION_EXPIRED or LOGIN_UNAVAILABLE */
  findToken(cookie: string, session: WebSession): Promise<string>;
}

export interface TokenRenewalOptions {
  readonly store: Pick<WebSessionStore, 'renew'>;
  readonly issuers: ReadonlyMap<SessionKind, Pick<IssuerClient, 'refresh'>>;
  readonly clock: Clock;
  end(cookie: string): Promise<void>;
  /** Hears of sessions whose tokens have changed. */
  forget(cookie: string): void;
}

/** Long enough for a request to be answered with it. */
const LAST_MS = 60_000;
/** An issuer that was silent is left alone for so long: each who asks it waits, and many would wait behind each other. */
const SILENCE_MS = 5000;

/** Creates the renewal of access tokens: once for however many requests of a session come at the same time. */
export function createTokenRenewal(options: TokenRenewalOptions): TokenRenewal {
  const { store, issuers, clock } = options;
  const underWay = new Map<string, Promise<WebSession | undefined>>();
  const silentSinceMs = new Map<SessionKind, number>();
  const needsOne = ({ tokens }: WebSession) => tokens.accessEndsMs - clock.now() < LAST_MS;
  const isSilent = (kind: SessionKind) =>
    clock.now() - (silentSinceMs.get(kind) ?? Number.NEGATIVE_INFINITY) < SILENCE_MS;
  const holds = ({ tokens }: WebSession) => tokens.accessEndsMs > clock.now();

  /** Undefined where the session has ended; rejects as the issuer's client does. */
  const renew = async (cookie: string): Promise<WebSession | undefined> => {
    let failure: unknown;
    const renewed = await store.renew(cookie, async (now) => {
      // Another hub may have done it in the meantime.
      if (!needsOne(now)) return undefined;
      try {
        // Whoever was before in the line may have met the silence.
        if (isSilent(now.kind)) throw new IssuerSilent();
        return await issuers.get(now.kind)?.refresh(now);
      } catch (error) {
        failure = error;
        if (!isGone(error) && !isSilent(now.kind)) silentSinceMs.set(now.kind, clock.now());
        return undefined;
      }
    });
    options.forget(cookie);
    if (failure !== undefined) throw failure;
    return renewed;
  };
  const renewOnce = (cookie: string) => {
    const running = underWay.get(cookie) ?? renew(cookie).finally(() => underWay.delete(cookie));
    underWay.set(cookie, running);
    return running;
  };

  return {
    findToken: async (cookie, session) => {
      const { kind, tokens } = session;
      const isLeft = isSilent(kind) || tokens.refreshToken === undefined;
      if (!needsOne(session) || (holds(session) && isLeft)) return tokens.accessToken;
      try {
        const renewed = await renewOnce(cookie);
        if (!renewed) throw sessionExpired();
        return renewed.tokens.accessToken;
      } catch (error) {
        if (error instanceof HubError) throw error;
        if (!isGone(error) && holds(session)) return tokens.accessToken;
        if (!isGone(error)) throw issuerSilent(error);
        await options.end(cookie);
        throw sessionExpired();
      }
    },
  };
}

/** Whether the issuer has taken back what it gave. */
function isGone(error: unknown): boolean {
  return error instanceof IssuerRefusal && error.code === 'invalid_grant';
}

function issuerSilent(cause: unknown): HubError {
  return new HubError('LOGIN_UNAVAILABLE', 'The log-in service cannot be reached, so the session cannot go on.', {
    fix: 'Try again in a moment.',
    retryable: true,
    retryAfterSeconds: 5,
    cause,
  });
}
