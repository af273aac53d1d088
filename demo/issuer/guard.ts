import type { Provider } from 'oidc-provider';

type Middleware = Parameters<Provider['use']>[0];

/**
 * Stands before the token endpoint: refuses any query string, because a NIK in a URL ends in somebody's log, and lets
 * pages of known origins alone use it. oidc-provider itself would promise every origin access in its preflight.
 */
export function guardTokenEndpoint(tokenPath: string, isKnownOrigin: (origin: string) => boolean): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== tokenPath) return await next();
    const refuse = (status: number, description: string): void => {
      ctx.status = status;
      ctx.body = { error: 'invalid_request', error_description: description };
    };
    ctx.vary('Origin');
    if (ctx.querystring !== '') return refuse(400, 'parameters belong in the body of a POST request');
    const origin = ctx.get('Origin');
    if (origin === '') return await next();
    if (!isKnownOrigin(origin)) return refuse(403, 'this origin may not ask for tokens');
    // oidc-provider answers the request itself and asks then whether the origin is this very client's.
    if (ctx.method !== 'OPTIONS') return await next();
    ctx.set('Access-Control-Allow-Origin', origin);
    ctx.set('Access-Control-Allow-Methods', 'POST');
    ctx.set('Access-Control-Allow-Headers', 'Content-Type');
    ctx.set('Access-Control-Max-Age', '600');
    ctx.status = 204;
  };
}
