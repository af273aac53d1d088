import type { Alias, Person } from './person.ts';
import { createPopulation } from './population.ts';

let standardPopulation: readonly Person[] | undefined;

/** Returns the person with this alias: every population has them. */
export function findPerson(key: Alias, people?: readonly Person[]): Person;
/** Returns the person with this alias or NIK, in the standard population unless another is given. */
export function findPerson(key: string, people?: readonly Person[]): Person | undefined;
export function findPerson(key: string, people?: readonly Person[]): Person | undefined {
  if (!people) {
    standardPopulation ??= createPopulation();
    people = standardPopulation;
  }
  return people.find((person) => person.alias === key || person.nik === key);
}
