/** Why a text is not XML that the hub reads; repeats nothing of it. */
export class BrokenXml extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BrokenXml';
  }
}
