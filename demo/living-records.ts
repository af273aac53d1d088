/** What can be made to happen to the records of a system while it runs; without a number or a person, one is chosen. */
export interface LivingRecords {
  /** Moves a record on as its office would. @throws Error when there is none of that number. */
  change(id?: string): string | Promise<string>;
  /** Adds one, of this person if he is named. @throws Error when the city has no such person. */
  add(nik?: string): string | Promise<string>;
  /** Deletes or marks one, as the system does. @throws Error when there is none of that number. */
  remove(id?: string): string | Promise<string>;
  /** Lets the clock that stamps changes run on. */
  runTo(atMs: number): void;
}

export const LIVING_ACTIONS = ['change', 'add', 'remove'] as const;

export type LivingAction = (typeof LIVING_ACTIONS)[number];
