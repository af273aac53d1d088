import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom } from '../random.ts';
import { ageOn } from '../reference-day.ts';

/** A water connection and the person who pays for it; the water company itself knows no NIK. */
export interface WaterConnection {
  readonly customerNumber: string;
  readonly holder: Person;
  /** 0 for the holder's first connection. */
  readonly position: number;
}

/** Share of family cards with a connection; the others have wells. */
const CONNECTED_SHARE = 0.62;
const SECOND_SHARE = 0.06;

/** Numbers that documentation and tests may quote. */
const ALIAS_NUMBERS: Readonly<Partial<Record<string, readonly string[]>>> = {
  demo: ['01004711'],
  siti: ['09001204'],
  lunas: ['03001530'],
  ganda: ['10002230', '04000871'],
  aneh: ['03000007'],
};

/** Invented numbers begin above those of the people with an alias. */
const FIRST_SERIAL = 10_001;

/** Lists all water connections: one for most family cards, in the name of the head; a larger city begins with the smaller one. */
export function listConnections(people: readonly Person[], seed: number): readonly WaterConnection[] {
  let serial = FIRST_SERIAL;
  const inventNumber = ({ address }: Person): string => {
    serial += 1;
    return String(address.kelurahan.kecamatanCode).padStart(2, '0') + String(serial).padStart(6, '0');
  };
  return people.flatMap((holder) => {
    const numbers = holder.alias
      ? (ALIAS_NUMBERS[holder.alias] ?? [])
      : Array.from({ length: countConnections(holder, seed) }, () => inventNumber(holder));
    return numbers.map((customerNumber, position) => ({ customerNumber, holder, position }));
  });
}

function countConnections(person: Person, seed: number): number {
  if (person.familyRole !== 'KEPALA KELUARGA' || ageOn(person.birthDate) < ADULT_AGE) return 0;
  const random = createRandom(seed, 'sambungan air', person.nik);
  if (!random.chance(CONNECTED_SHARE)) return 0;
  return random.chance(SECOND_SHARE) ? 2 : 1;
}

/** Lists whose NIK has which customer number, as the citizens themselves would prove it. */
export function listWaterLinks(
  people: readonly Person[],
  seed: number,
): { readonly nik: string; readonly kind: 'no-langganan'; readonly value: string }[] {
  return listConnections(people, seed).map(({ holder, customerNumber }) => ({
    nik: holder.nik,
    kind: 'no-langganan',
    value: customerNumber,
  }));
}
