import { Socket } from 'node:net';

/**
 * A socket that closes itself when a reader of its data throws: `pg` parses what arrives without a net, so bytes that are
 * not PostgreSQL's protocol would otherwise end the process.
 */
export class GuardedSocket extends Socket {
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'data') return super.emit(event, ...args);
    try {
      return super.emit(event, ...args);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error('a reader threw something else'));
      return true;
    }
  }
}
