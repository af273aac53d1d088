/** What a change does to apps that exist: some certainly break, some may, none does. */
export type ChangeLevel = 'breaking' | 'dangerous' | 'safe';

/** One difference between two supergraphs, as a reviewer reads it: one line that holds the place of the change. */
export interface SchemaChange {
  readonly level: ChangeLevel;
  readonly text: string;
}
