/** What a command does; the number is the exit code. @throws HubError whose message the user reads. */
export type Run = (args: string[]) => Promise<number>;

/** One command of `npm run hub --`. */
export interface Command {
  readonly name: string;
  /** Name and arguments, for the list of commands. */
  readonly usage: string;
  readonly describe: string;
  /** Loads its code only when it is called: most commands need little of the hub. */
  load(): Promise<Run>;
}
