import { CombinedError } from '@urql/core';
import { describe, expect, it } from 'vitest';
import { listProblems } from './problem.ts';

const ofCode = (code: string) =>
  new CombinedError({
    graphQLErrors: [{ message: 'For developers.', extensions: { code, pesan: 'Untuk warga.', fix: 'x' } }],
  });

describe('a problem', () => {
  it('that the hub tells is said in its words', () => {
    expect(listProblems(ofCode('FORBIDDEN'))).toMatchObject([
      { code: 'FORBIDDEN', sentence: 'Untuk warga.', fix: 'x' },
    ]);
  });

  it('of a page older than the hub asks for nothing but to load it anew, in both languages', () => {
    const [problem] = listProblems(ofCode('DOCUMENT_UNKNOWN'));
    expect([problem?.sentence, problem?.message]).toEqual([
      expect.stringContaining('muat ulang halaman'),
      expect.stringContaining('reload'),
    ]);
  });

  it('of the network is said in both languages', () => {
    const [problem] = listProblems(new CombinedError({ networkError: new TypeError('Failed to fetch') }));
    expect([problem?.code, problem?.sentence, problem?.message]).toEqual([
      'NETWORK',
      expect.stringContaining('Periksa sambungan'),
      expect.stringContaining('Check your connection'),
    ]);
  });

  it('that several fields have alike is told once', () => {
    const error = ofCode('FORBIDDEN').graphQLErrors[0];
    expect(listProblems(new CombinedError({ graphQLErrors: error ? [error, error] : [] }))).toHaveLength(1);
  });
});
