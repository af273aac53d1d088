import { SessionTable } from '../dpmptsp/session-table.ts';
import { answerJson, findText, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import { answerChanges } from './changes.ts';
import type { CardFile } from './records.ts';

/** The invented client of the simulated service. */
export const DISNAKER_CLIENT = { id: 'hub-demo', secret: 'rahasia-simulasi-disnaker' } as const;

const TOKEN_SECONDS = 300;
const PAGE_SIZE = 2;

/** The AK-1 service: REST behind OAuth 2 client credentials, statuses used honestly, pages by cursor. */
export function createDisnaker(file: CardFile): LegacySystem {
  const tokens = new SessionTable(TOKEN_SECONDS * 1_000);
  return {
    name: 'disnaker',
    routes: [
      { operation: 'token', method: 'POST', path: '/oauth/token', answer: (call) => answerToken(call, tokens) },
      {
        operation: 'cari',
        method: 'POST',
        path: '/api/ak1/cari',
        answer: (call) => (isAllowed(call, tokens) ? answerSearch(call, file) : answerUnauthenticated()),
      },
      {
        operation: 'perubahan',
        method: 'GET',
        path: '/api/ak1',
        answer: (call) => (isAllowed(call, tokens) ? answerChanges(call, file) : answerUnauthenticated()),
      },
    ],
    unknownOperation: () => answerJson({ message: 'Halaman tidak ditemukan' }, 404),
    quotaExhausted: () => answerJson({ message: 'Too Many Attempts.' }, 429, { 'retry-after': '60' }),
    sessions: {
      loginOperation: 'token',
      expireAll: () => tokens.endAll(),
      expiredAnswer: answerUnauthenticated,
    },
    records: file.records,
  };
}

function answerToken(call: SystemCall, tokens: SessionTable): SystemAnswer {
  const form = new URLSearchParams(call.text);
  if (form.get('grant_type') !== 'client_credentials') return answerJson({ error: 'unsupported_grant_type' }, 400);
  const [id, secret] = readBasic(call) ?? [form.get('client_id'), form.get('client_secret')];
  if (id !== DISNAKER_CLIENT.id || secret !== DISNAKER_CLIENT.secret) {
    return answerJson({ error: 'invalid_client', error_description: 'Client authentication failed' }, 401);
  }
  return answerJson({ token_type: 'Bearer', expires_in: TOKEN_SECONDS, access_token: tokens.open() });
}

/** RFC 6749 lets the client write its credentials into the header, each encoded as in a form. */
function readBasic({ headers }: SystemCall): readonly (string | undefined)[] | undefined {
  const encoded = /^Basic (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id, secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':', 2);
  return [id, secret].map((part) => new URLSearchParams(`part=${part ?? ''}`).get('part') ?? undefined);
}

function isAllowed({ headers }: SystemCall, tokens: SessionTable): boolean {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  return token !== undefined && tokens.isOpen(token);
}

function answerUnauthenticated(): SystemAnswer {
  return answerJson({ message: 'Unauthenticated.' }, 401);
}

function answerSearch(call: SystemCall, file: CardFile): SystemAnswer {
  const nik = findText(call, 'nik');
  if (!nik || !/^\d{16}$/.test(nik)) return answerJson({ message: 'NIK harus 16 digit' }, 422);
  const start = readCursor(call.body.cursor);
  if (start === undefined) return answerJson({ message: 'Cursor tidak dikenal' }, 422);
  const cards = file.listOf(nik);
  if (cards.length === 0) return answerJson({ message: 'Data pencari kerja tidak ditemukan' }, 404);
  const end = start + PAGE_SIZE;
  const next_cursor = end < cards.length ? writeCursor(end) : null;
  return answerJson({ data: cards.slice(start, end), meta: { next_cursor } });
}

function writeCursor(start: number): string {
  return Buffer.from(`ak1:${start}`).toString('base64url');
}

function readCursor(cursor: unknown): number | undefined {
  if (cursor === undefined || cursor === null) return 0;
  if (typeof cursor !== 'string') return undefined;
  const start = /^ak1:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  return start === undefined ? undefined : Number(start);
}
