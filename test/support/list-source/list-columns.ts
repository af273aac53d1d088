import type { ListRow } from './row.ts';

type Cell = ListRow[string];
type Change = (row: ListRow) => ListRow;

/** What a new version of the source did to its columns; its table stays as it was. */
export class ListColumns {
  #changes: Change[] = [];

  rename(from: string, to: string): void {
    this.#changes.push((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name === from ? to : name, value])),
    );
  }

  drop(name: string): void {
    this.#changes.push((row) => Object.fromEntries(Object.entries(row).filter(([other]) => other !== name)));
  }

  add(name: string, value: Cell): void {
    this.#changes.push((row) => ({ ...row, [name]: value }));
  }

  /** Gives another type to a column, such as a number in place of text. */
  retype(name: string, change: (value: Cell) => Cell): void {
    this.#changes.push((row) => ({ ...row, [name]: change(row[name] ?? null) }));
  }

  /** Takes every change back. */
  restore(): void {
    this.#changes = [];
  }

  /** A row as the source shows it now. */
  show(row: ListRow): ListRow {
    return this.#changes.reduce((shown, change) => change(shown), row);
  }
}
