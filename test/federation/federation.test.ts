import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCases } from './support/load-cases.ts';
import { comparableErrors, type LinkKind, type RunningCase, sortErrors, startCase } from './support/run-case.ts';

const kinds: readonly LinkKind[] = ['local', 'remote'];

for (const federationCase of loadCases()) {
  describe.each(kinds)(`${federationCase.name}, %s subgraphs`, (kind) => {
    let running: RunningCase;
    beforeAll(async () => {
      running = await startCase(federationCase, kind);
    });
    afterAll(() => running.stop());
    it.each(federationCase.operations)('$name', async (operation) => {
      const { expected } = operation;
      // Asked twice: the second answer comes from the compiled operation and must not show traces of the first.
      for (let time = 0; time < 2; time++) {
        const { result, calls } = await running.ask(operation);
        const errors = expected.errors ?? [];
        expect({ data: result.data, errors: comparableErrors(result.errors, errors) }).toEqual({
          data: expected.data,
          errors: sortErrors(errors),
        });
        expect(JSON.stringify(result.data)).toBe(JSON.stringify(expected.data));
        expect(calls).toMatchObject(expected.calls ?? {});
      }
    });
  });
}
