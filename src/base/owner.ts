/**
 * Marks whose record an object is, by NIK. A symbol, so that it can never be asked for, printed or sent by accident.
 */
export const OWNER: unique symbol = Symbol('owner');

export interface Owned {
  [OWNER]?: string | undefined;
}
