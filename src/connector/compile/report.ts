import type { ConnectorFile, FilePath } from '../file/connector-file.ts';
import type { Problem } from '../problem.ts';

/** Gathers the mistakes of one file, so that its author sees all of them at once. */
export class Report {
  readonly problems: Problem[] = [];
  readonly #file: ConnectorFile;

  constructor(file: ConnectorFile) {
    this.#file = file;
  }

  add(path: FilePath, message: string, suggestion?: string): void {
    this.problems.push({ file: this.#file.name, line: this.#file.lineOf(path), message, suggestion });
  }
}
