/** A file that somebody still writes: its end is missing, or it changed while the hub looked at it. */
export class HalfWritten extends Error {
  constructor() {
    super('a file is still being written');
    this.name = 'HalfWritten';
  }
}
