/** Runs a statement under the account of the application that owns a database. */
export type RunStatement = (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** A way to a database that is not there from the start. */
export interface LateStatements {
  /** Rejects while there is no database. */
  readonly run: RunStatement;
  connectTo(run: RunStatement): void;
}

export function createLateStatements(): LateStatements {
  let current: RunStatement | undefined;
  return {
    run: async (text, values) => {
      if (!current) throw new Error('the database is not connected yet');
      return current(text, values);
    },
    connectTo: (run) => {
      current = run;
    },
  };
}
