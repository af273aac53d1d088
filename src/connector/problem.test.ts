import { describe, expect, it } from 'vitest';
import { formatProblem, refuseProblems, suggest } from './problem.ts';

describe('a suggestion', () => {
  it.each([
    ['submitedOn', ['submittedOn', 'issuedOn'], 'did you mean submittedOn?'],
    ['SUBMITTEDON', ['submittedOn', 'issuedOn'], 'did you mean submittedOn?'],
    ['ni', ['nik', 'nama'], 'did you mean nik?'],
    ['x', ['submittedOn', 'issuedOn'], 'one of: issuedOn, submittedOn'],
    ['x', [], undefined],
    ['xyz', Array.from({ length: 21 }, (_, index) => `field${index}`), undefined],
  ])('for %j among %j is %j', (wrong, known, suggestion) => {
    expect(suggest(wrong, known)).toBe(suggestion);
  });
});

describe('problems', () => {
  const problem = { file: 'connectors/dinas/izin.yaml', line: 7, message: 'unknown converter "dat"' };

  it('are shown with their place and the way out', () => {
    expect(formatProblem({ ...problem, suggestion: 'did you mean date?' })).toBe(
      'connectors/dinas/izin.yaml:7: unknown converter "dat" — did you mean date?',
    );
    expect(formatProblem({ ...problem, line: 0 })).toBe('connectors/dinas/izin.yaml: unknown converter "dat"');
  });

  it('are refused together, each on a line of its own; none is no refusal', () => {
    const refuse = () => refuseProblems([problem, { ...problem, line: 9 }]);
    expect(refuse).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', fix: expect.any(String) }));
    expect(refuse).toThrow(/^2 mistake\(s\) in connector files:\n {2}connectors.*:7: .*\n {2}connectors.*:9: /);
    expect(() => refuseProblems([])).not.toThrow();
  });
});
