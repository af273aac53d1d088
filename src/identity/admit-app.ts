import type { Clock } from '../base/clock.ts';
import { HubError } from '../base/hub-error.ts';
import type { AppRegistry, RegisteredApp } from '../ports/app-registry.ts';
import type { Caller, KnownCaller } from './caller.ts';
import { narrowScopes } from './narrow-scopes.ts';

/** Who may go on, by which application and why. */
export interface Admitted {
  /** With no more than the application's scopes; the same object for the same caller and application. */
  readonly caller: Caller;
  /** Undefined for nobody in particular. */
  readonly app: RegisteredApp | undefined;
  readonly purpose: string | undefined;
}

/** Decides which applications are let in. */
export interface AppAdmission {
  /**
   * Whoever is not logged in passes as he is. A request under a case needs no purpose: it has the case's.
   * @throws HubError APP_UNKNOWN, TOO_MANY_REQUESTS or PURPOSE_MISSING
   */
  admit(caller: Caller, purpose: string | string[] | undefined, isUnderCase?: boolean): Admitted;
}

interface Bucket {
  tokens: number;
  sinceMs: number;
}

/** Creates the admission of this process: with several hubs an application may ask that often of each. */
export function createAppAdmission(apps: AppRegistry, clock: Clock): AppAdmission {
  // By objects that go when callers are forgotten and applications change or are revoked, so both are bounded.
  const narrowed = new WeakMap<KnownCaller, { readonly app: RegisteredApp; readonly caller: KnownCaller }>();
  const buckets = new WeakMap<RegisteredApp, Bucket>();

  const narrow = (caller: KnownCaller, app: RegisteredApp): KnownCaller => {
    const known = narrowed.get(caller);
    if (known?.app === app) return known.caller;
    const fresh = { ...caller, scopes: narrowScopes(caller.scopes, app.scopes) };
    narrowed.set(caller, { app, caller: fresh });
    return fresh;
  };

  /** As many at once as in a minute, then as they come back: a page asks several things at a time. */
  const count = (app: RegisteredApp): void => {
    const nowMs = clock.now();
    const perMs = app.perMinute / 60_000;
    let bucket = buckets.get(app);
    if (!bucket) {
      bucket = { tokens: app.perMinute, sinceMs: nowMs };
      buckets.set(app, bucket);
    }
    bucket.tokens = Math.min(app.perMinute, bucket.tokens + Math.max(0, nowMs - bucket.sinceMs) * perMs);
    bucket.sinceMs = nowMs;
    if (bucket.tokens < 1) throw tooMany(Math.ceil((1 - bucket.tokens) / perMs / 1000));
    bucket.tokens--;
  };

  return {
    admit: (caller, purpose, isUnderCase = false) => {
      if (caller.kind === 'anonymous') return { caller, app: undefined, purpose: undefined };
      const app = apps.find(caller.app);
      if (!app) throw unknown();
      count(app);
      return { caller: narrow(caller, app), app, purpose: isUnderCase ? undefined : readPurpose(purpose, app) };
    },
  };
}

function readPurpose(given: string | string[] | undefined, { purposes }: RegisteredApp): string {
  const purpose = given === undefined && purposes.length === 1 ? purposes[0] : given;
  if (typeof purpose === 'string' && purposes.includes(purpose)) return purpose;
  const message =
    given === undefined
      ? 'The request does not say what it is for.'
      : 'The application is not registered for this purpose.';
  throw new HubError('PURPOSE_MISSING', message, {
    fix: `Send the header hub-purpose with one of: ${purposes.join(', ')}.`,
  });
}

function unknown(): HubError {
  return new HubError('APP_UNKNOWN', 'The application that this token was given to is not registered here.', {
    fix: "Have it registered by the hub's operator: npm run hub -- app add",
  });
}

function tooMany(retryAfterSeconds: number): HubError {
  return new HubError('TOO_MANY_REQUESTS', 'The application asks more often than it is registered for.', {
    fix: 'Wait as long as Retry-After says; have a higher rate registered if that happens in ordinary use.',
    retryable: true,
    retryAfterSeconds,
  });
}
