import { createRandom } from '../random.ts';
import { listAliasPeople } from './aliases.ts';
import { createHousehold } from './household.ts';
import { IdentityNumbers } from './identity-numbers.ts';
import type { Person } from './person.ts';

/** Number of invented people when nobody says otherwise. */
export const DEFAULT_PEOPLE = 2_000;
/** Seed of the population when nobody says otherwise. */
export const DEFAULT_SEED = 1_571;

/** Invents the city's people; a larger population of the same seed begins with the smaller one. */
export function createPopulation(count: number = DEFAULT_PEOPLE, seed: number = DEFAULT_SEED): readonly Person[] {
  const people: Person[] = [...listAliasPeople()];
  const numbers = new IdentityNumbers();
  for (const person of people) numbers.reserve(person);
  // The people with an alias are always there: documentation and tests rely on them.
  const wanted = Math.max(count, people.length);
  for (let household = 0; people.length < wanted; household += 1) {
    people.push(...createHousehold(createRandom(seed, 'household', household), numbers));
  }
  return people.slice(0, wanted);
}
