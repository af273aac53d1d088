import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Provider } from 'oidc-provider';
import { isAssurance, reaches, readAcrValues, USUAL_ASSURANCE } from './assurance.ts';
import { writeLoginPage } from './login-page.ts';
import { showError } from './message-page.ts';
import { ASSETS, pageHeaders } from './page-frame.ts';
import type { DemoPerson, People } from './people.ts';
import type { Realm } from './realm.ts';

type Middleware = Parameters<Provider['use']>[0];
type Context = Parameters<Middleware>[0];
type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

export interface LoginSettings {
  readonly realm: Realm;
  readonly people: People;
  /** Who can be picked; whoever else the realm knows can be typed. */
  readonly shown: readonly DemoPerson[];
}

const PATH = '/masuk/';
const MAX_FORM_BYTES = 4096;

const assets = new Map(
  [
    [ASSETS.style, 'login.css', 'text/css; charset=utf-8'],
    [ASSETS.icon, 'icon.svg', 'image/svg+xml'],
  ].map(([path = '', file = '', type = '']) => [path, { type, body: readFileSync(join(import.meta.dirname, file)) }]),
);

/** Where a log-in is asked for; what the address holds is a handle that only the browser with its cookie can use. */
export function loginPathOf({ uid }: { readonly uid: string }): string {
  return PATH + uid;
}

/** Serves the log-in page, which asks who and how, and hands the answer to oidc-provider. */
export function serveLogin(provider: Provider, settings: LoginSettings): Middleware {
  return async (ctx, next) => {
    const asset = assets.get(ctx.path);
    if (asset !== undefined && ctx.method === 'GET') {
      ctx.set({ 'cache-control': 'max-age=3600', 'x-content-type-options': 'nosniff' });
      ctx.type = asset.type;
      ctx.body = asset.body;
      return;
    }
    if (!ctx.path.startsWith(PATH)) return await next();
    if (ctx.method !== 'GET' && ctx.method !== 'POST') return;
    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (interaction === undefined || loginPathOf(interaction) !== ctx.path) {
      showError(ctx, settings.realm, 'session_not_found');
      ctx.status = 400;
    } else if (interaction.prompt.name === 'consent') {
      await finish(provider, ctx, { consent: {} });
    } else if (ctx.method === 'GET') {
      await showLogin(provider, ctx, interaction, settings);
    } else {
      await takeLogin(provider, ctx, interaction, settings);
    }
  };
}

async function takeLogin(
  provider: Provider,
  ctx: Context,
  interaction: Interaction,
  settings: LoginSettings,
): Promise<void> {
  const form = await readForm(ctx.req);
  if (form.get('aksi') === 'batal') {
    return await finish(provider, ctx, { error: 'access_denied', error_description: 'the person cancelled' });
  }
  const acr = form.get('cara');
  if (!isAssurance(acr) || !reaches(acr, readAcrValues(interaction.params.acr_values).minimum)) {
    return await showLogin(provider, ctx, interaction, settings, form, 'Pilih cara masuk yang diminta aplikasi.');
  }
  const nik = form.get('nik')?.trim();
  const accountId = settings.people.findSubject(nik || form.get('orang') || '');
  if (accountId === undefined) {
    const problem = nik ? 'NIK itu tidak ada di kota rekaan ini.' : 'Pilih siapa Anda.';
    return await showLogin(provider, ctx, interaction, settings, form, problem);
  }
  await finish(provider, ctx, { login: { accountId, acr, remember: true } });
}

async function finish(
  provider: Provider,
  ctx: Context,
  result: Parameters<Provider['interactionResult']>[2],
): Promise<void> {
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
  ctx.status = 303;
}

async function showLogin(
  provider: Provider,
  ctx: Context,
  { params, session }: Interaction,
  { realm, people, shown }: LoginSettings,
  form?: URLSearchParams,
  problem?: string,
): Promise<void> {
  const client = await provider.Client.find(String(params.client_id));
  const redirectUri = String(params.redirect_uri);
  const { minimum, preferred } = readAcrValues(params.acr_values);
  const acr = form?.get('cara') ?? preferred;
  const known = session?.accountId === undefined ? undefined : people.findBySubject(session.accountId);
  ctx.set(pageHeaders(redirectUri));
  ctx.type = 'html';
  ctx.status = problem === undefined ? 200 : 422;
  ctx.body = writeLoginPage({
    realm,
    action: ctx.path,
    appName: client?.clientName ?? String(params.client_id),
    appHost: new URL(redirectUri).host || redirectUri,
    people: shown,
    chosen: {
      alias: form?.get('orang') ?? known?.alias,
      acr:
        isAssurance(acr) && reaches(acr, minimum) ? acr : reaches(USUAL_ASSURANCE, minimum) ? USUAL_ASSURANCE : minimum,
    },
    minimum,
    ...(problem !== undefined && { problem }),
  });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_FORM_BYTES) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}
