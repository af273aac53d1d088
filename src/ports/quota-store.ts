/** Counts the calls of a day where a restart and a second process see them too. */
export interface QuotaStore {
  /**
   * Books up to `amount` calls of a source's day, as many as `perDay` leaves.
   * @returns how many were booked, and how many are booked of that day in all.
   */
  book(source: string, day: string, amount: number, perDay: number): Promise<BookedCalls>;
  /** Gives back calls that were booked and not made. */
  giveBack(source: string, day: string, amount: number): Promise<void>;
}

export interface BookedCalls {
  readonly booked: number;
  readonly total: number;
}
