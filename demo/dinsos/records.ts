import type { Alias, Person } from '../people/person.ts';
import { createRandom, type Random } from '../random.ts';
import { ageOn } from '../reference-day.ts';

/** Programmes that SIKS-NG knows; `-` for people who are registered and get nothing. */
export type Bansos = 'PKH' | 'BPNT' | 'PBI-JK' | '-';

/** A row of the export: one person and one programme. */
export interface BeneficiaryRow {
  readonly nomor_kartu_keluarga: string;
  readonly nomor_induk_kependudukan: string;
  readonly nama: string;
  readonly hubungan_keluarga: string;
  /** 1, the poorest tenth of the nation, to 10. */
  readonly desil_nasional: number;
  readonly bansos: Bansos;
  /** mm/yyyy. */
  readonly periode: string;
}

/** The city's export has the poorer half alone. */
const HIGHEST_DECILE = 5;
const CHILD_UNDER = 18;
const OLD_FROM = 60;

// What documentation and tests may quote.
const ALIAS_AID: Readonly<Partial<Record<Alias, { readonly decile: number; readonly aid: readonly Bansos[] }>>> = {
  demo: { decile: 4, aid: ['PBI-JK'] },
  lunas: { decile: 5, aid: ['-'] },
  aneh: { decile: 1, aid: ['PKH', 'BPNT', 'PBI-JK'] },
};

/** Lists who is registered and what they get in a month (yyyy-mm); a larger city begins with the smaller one. */
export function listBeneficiaries(people: readonly Person[], seed: number, month: string): BeneficiaryRow[] {
  const households = Map.groupBy(people, ({ kkNumber }) => kkNumber);
  return [...households.values()].flatMap((members) => listHousehold(members, seed, month));
}

function listHousehold(members: readonly Person[], seed: number, month: string): BeneficiaryRow[] {
  const [first] = members;
  if (!first?.registered) return [];
  if (first.alias) {
    const known = ALIAS_AID[first.alias];
    return known ? known.aid.map((bansos) => toRow(first, known.decile, bansos, month)) : [];
  }
  const random = createRandom(seed, 'dtsen', first.kkNumber);
  const decile = random.whole(1, 10);
  if (decile > HIGHEST_DECILE) return [];
  const aid = decideAid(members, decile, random);
  const recipient = members.find(({ familyRole }) => familyRole === 'ISTRI') ?? first;
  return members.flatMap((person) => {
    const own: Bansos[] = [...(person === recipient ? aid.ofFamily : []), ...aid.ofEach];
    return (own.length > 0 ? own : (['-'] as const)).map((bansos) => toRow(person, decile, bansos, month));
  });
}

/** PKH and BPNT go to one member for the family, health insurance to each. */
function decideAid(members: readonly Person[], decile: number, random: Random) {
  const needsCare = members.some(({ birthDate }) => ageOn(birthDate) < CHILD_UNDER || ageOn(birthDate) >= OLD_FROM);
  const ofFamily: Bansos[] = [];
  if (decile < HIGHEST_DECILE && needsCare && random.chance(0.6)) ofFamily.push('PKH');
  if (decile < HIGHEST_DECILE && random.chance(0.7)) ofFamily.push('BPNT');
  const ofEach: Bansos[] = random.chance(0.8) ? ['PBI-JK'] : [];
  return { ofFamily, ofEach };
}

function toRow(person: Person, decile: number, bansos: Bansos, month: string): BeneficiaryRow {
  return {
    nomor_kartu_keluarga: person.kkNumber,
    nomor_induk_kependudukan: person.nik,
    nama: person.name.toUpperCase(),
    hubungan_keluarga: person.familyRole,
    desil_nasional: decile,
    bansos,
    periode: `${month.slice(5)}/${month.slice(0, 4)}`,
  };
}
