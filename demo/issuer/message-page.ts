import type { KoaContextWithOIDC } from 'oidc-provider';
import { type Html, html } from './html.ts';
import { framePage, pageHeaders } from './page-frame.ts';
import type { Realm } from './realm.ts';

type Context = Pick<KoaContextWithOIDC, 'set' | 'type' | 'body'>;

/** Answers with a page that explains an OAuth error by its code alone: descriptions quote what was sent. */
export function showError(ctx: Context, realm: Realm, code: string): void {
  show(
    ctx,
    realm,
    'Tidak dapat dilanjutkan',
    html`<p>Permintaan masuk ini tidak dapat dilanjutkan. Kembalilah ke aplikasi dan coba sekali lagi.</p>
      <p class="soft">Kode: <code>${code}</code></p>`,
  );
}

/** Asks whether to end the log-in at this issuer; `form` is oidc-provider's own, which the buttons belong to. */
export function showLogout(ctx: KoaContextWithOIDC, realm: Realm, form: string): void {
  const leadsTo = ctx.oidc.params?.post_logout_redirect_uri;
  show(
    ctx,
    realm,
    'Keluar?',
    html`<p>Anda akan keluar dari semua aplikasi yang memakai akun ini.</p>
      ${{ html: form }}
      <p class="buttons">
        <button class="main" type="submit" form="op.logoutForm" name="logout" value="yes">Keluar</button>
        <button type="submit" form="op.logoutForm">Tetap masuk</button>
      </p>`,
    typeof leadsTo === 'string' ? leadsTo : undefined,
  );
}

/** Says that the log-in has ended, where no app asked to be told. */
export function showLoggedOut(ctx: Context, realm: Realm): void {
  show(ctx, realm, 'Anda sudah keluar', html`<p>Jendela ini boleh ditutup.</p>`);
}

function show(ctx: Context, realm: Realm, title: string, content: Html, leadsTo?: string): void {
  ctx.set(pageHeaders(leadsTo));
  ctx.type = 'html';
  ctx.body = framePage(realm, title, html`<h1>${title}</h1>${content}`);
}
