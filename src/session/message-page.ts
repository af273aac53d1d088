import type { FastifyReply } from 'fastify';

/** What a page says, in both languages. */
export interface Message {
  readonly title: readonly [indonesian: string, english: string];
  readonly text: readonly [indonesian: string, english: string];
  /** The issuer's code for it, for whoever is asked for help. */
  readonly code?: string;
  /** The path at which to try again. */
  readonly retry?: string;
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Answers with a page that says calmly why somebody cannot log in now, and nothing about him. */
export function sendMessage(reply: FastifyReply, status: number, message: Message): FastifyReply {
  return reply.code(status).headers(HEADERS).type('text/html; charset=utf-8').send(writePage(message));
}

function writePage({ title, text, code, retry }: Message): string {
  const escaped = escapeHtml(retry ?? '');
  return `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title[0]} · Hub Kota Jambi</title>
    <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
    <link rel="stylesheet" href="/assets/base.css">
    <link rel="stylesheet" href="/assets/jobs-login.css">
    <script src="/assets/language.js"></script>
  </head>
  <body>
    <header class="bar">
      <a class="brand" href="/"><img src="/assets/favicon.svg" alt="" width="28" height="28"><span>Hub Kota Jambi</span></a>
      <fieldset class="languages needs-script">
        <legend class="unseen"><span lang="id">Bahasa</span><span lang="en">Language</span></legend>
        <button type="button" data-language="id" lang="id-ID" title="Bahasa Indonesia">ID</button>
        <button type="button" data-language="en" lang="en-GB" title="English">EN</button>
      </fieldset>
    </header>
    <main>
      <h1>${inBoth(title)}</h1>
      <p lang="id">${text[0]}</p>
      <p lang="en">${text[1]}</p>
${code === undefined ? '' : `      <p>${inBoth(['Kode', 'Code'])}: <code>${escapeHtml(code)}</code></p>\n`}${
  retry === undefined ? '' : `      <p><a href="${escaped}">${inBoth(['Coba lagi', 'Try again'])}</a></p>\n`
}      <p><a href="/">${inBoth(['Ke halaman depan', 'To the front page'])}</a></p>
    </main>
  </body>
</html>
`;
}

function inBoth([indonesian, english]: readonly [string, string]): string {
  return `<span lang="id">${indonesian}</span><span lang="en">${english}</span>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
