import { describe, expect, it } from 'vitest';
import { HubError } from '../base/hub-error.ts';
import { withStoreErrors } from './store-error.ts';

const failWith = (cause: unknown): Promise<unknown> =>
  withStoreErrors(() => Promise.reject(cause)).catch((error: unknown) => error);

describe('a failing query', () => {
  it.each([
    ['ECONNREFUSED', true],
    ['EPIPE', true],
    [undefined, true],
    ['40P01', true],
    ['57P01', true],
    ['23505', false],
    ['42P01', false],
  ])('with %s may be tried again: %s', async (code, retryable) => {
    expect(await failWith(Object.assign(new Error('x'), { code }))).toMatchObject({ code: 'INTERNAL', retryable });
  });

  it('does not repeat what PostgreSQL said, which may quote a person', async () => {
    const error = await failWith(Object.assign(new Error('invalid input: 1571010203900001'), { code: '22P02' }));
    expect(error).toMatchObject({ message: 'The database refused a query (22P02)', fix: undefined });
  });

  it('lets the hub’s own errors through', async () => {
    const own = new HubError('BAD_USER_INPUT', 'own');
    expect(await failWith(own)).toBe(own);
  });
});
