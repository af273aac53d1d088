import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { HubError } from '../base/hub-error.ts';
import { createLog } from '../base/log.ts';
import { asHttpRefusal, createErrorFormatter } from './errors.ts';

const SECRET = 'RAHMAT SYAHPUTRA';

function format(error: unknown, code = 'INTERNAL_SERVER_ERROR') {
  const lines: string[] = [];
  const formatError = createErrorFormatter({
    log: createLog('info', (line) => lines.push(line)),
    findOpdName: (opd) => (opd === 'bpprd' ? 'Badan Pajak' : undefined),
  });
  const message = error instanceof Error ? error.message : String(error);
  return { answer: formatError({ message, path: ['me'], extensions: { code } }, error), log: lines.join('') };
}

describe('an error becomes an answer', () => {
  it('with the agency’s code, its name in the sentence, and when to come back', () => {
    const cause = new HubError('OPD_QUOTA', 'bpprd/pbb: its quota is used up.', {
      opd: 'bpprd',
      retryAfterSeconds: 7200,
      fix: 'Wait.',
    });
    const { answer, log } = format(
      new GraphQLError('x', { originalError: new GraphQLError('y', { originalError: cause }) }),
    );
    expect(answer).toEqual({
      message: 'bpprd/pbb: its quota is used up.',
      path: ['me'],
      extensions: {
        code: 'OPD_QUOTA',
        opd: 'bpprd',
        retryAfter: 7200,
        fix: 'Wait.',
        pesan: expect.stringContaining('Badan Pajak'),
      },
    });
    expect(answer.extensions?.pesan).toContain('2 jam');
    expect(JSON.parse(log)).toMatchObject({ level: 'warn', code: 'OPD_QUOTA', opd: 'bpprd' });
  });

  it.each([
    ['an error of a library', () => new GraphQLError(SECRET, { originalError: new TypeError(`no ${SECRET}`) })],
    ['an error with a cause', () => new Error(SECRET, { cause: new Error(SECRET) })],
    ['something that is no error', () => SECRET],
    ['a setting that shows only now', () => new HubError('CONFIG_INVALID', SECRET)],
  ])('%s is a fault of the hub: a reference, and nothing of its text', (_name, make) => {
    const { answer, log } = format(make());
    expect(answer.extensions?.code).toBe('INTERNAL');
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    const reference = /reference ([\w-]{36})/.exec(String(answer.extensions?.fix))?.[1];
    expect(log).toContain(String(reference));
  });

  it('a library’s own text stays out of the log too: it may quote a citizen', () => {
    expect(format(new GraphQLError('x', { originalError: new TypeError(SECRET) })).log).not.toContain(SECRET);
  });

  it('GraphQL’s own refusals keep their text and code', () => {
    const { answer } = format(new GraphQLError('Cannot query field "x"'), 'GRAPHQL_VALIDATION_FAILED');
    expect(answer).toMatchObject({
      message: 'Cannot query field "x"',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', pesan: expect.any(String) },
    });
  });
});

describe('a refusal before anything runs', () => {
  it.each([
    ['UNAUTHENTICATED', 401],
    ['LOGIN_UNAVAILABLE', 503],
    ['BAD_REQUEST', 400],
    ['INTERNAL', 500],
  ] as const)('%s is HTTP %i', (code, status) => {
    expect(asHttpRefusal(new HubError(code, 'x')).extensions.http).toMatchObject({ status });
  });

  it('says when to come back', () => {
    const { http } = asHttpRefusal(new HubError('LOGIN_UNAVAILABLE', 'x', { retryAfterSeconds: 5 })).extensions as {
      http: { headers: Map<string, string> };
    };
    expect(http.headers.get('retry-after')).toBe('5');
  });
});
