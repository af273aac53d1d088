import type { Person } from '../people/person.ts';
import { findKelurahanOfNop } from '../people/wilayah.ts';
import { createRandom } from '../random.ts';
import { REFERENCE_DAY } from '../reference-day.ts';

/** One year's bill of a tax object, as it stands on the reference day. */
export interface Bill {
  readonly year: number;
  readonly principal: number;
  readonly penalty: number;
  readonly paid: boolean;
}

/** A tax object (land, building) with its bills, oldest first. */
export interface TaxObject {
  readonly nop: string;
  readonly owner: string;
  readonly kelurahan: string;
  readonly bills: readonly Bill[];
}

/** Returns one tax object by its number, or nothing when the register has none. */
export type FindTaxObject = (nop: string) => TaxObject | undefined;

/** Years that the aliased people have not paid, one list for each of their NOPs. */
const UNPAID_BY_ALIAS: Readonly<Partial<Record<string, readonly (readonly number[])[]>>> = {
  demo: [[2025, 2026]],
  siti: [[2026]],
  lunas: [[]],
  ganda: [[2024, 2025, 2026], [], [2022, 2023]],
  aneh: [[2026]],
};

const THIS_YEAR = Number(REFERENCE_DAY.slice(0, 4));
const THIS_MONTH = Number(REFERENCE_DAY.slice(5, 7));
/** Bills fall due on 30 September of their year. */
const DUE_MONTH = 9;
const MAX_PENALTY_MONTHS = 24;

/** Opens the register over these people's tax objects; an object's bills are computed when it is first asked for. */
export function createTaxRegister(people: readonly Person[], seed: number): FindTaxObject {
  const owners = new Map(
    people.flatMap((owner) => owner.nops.map((nop, position) => [nop, { owner, position }] as const)),
  );
  return (nop) => {
    const entry = owners.get(nop);
    return entry && toTaxObject(nop, entry.owner, entry.position, seed);
  };
}

function toTaxObject(nop: string, owner: Person, position: number, seed: number): TaxObject {
  const random = createRandom(seed, 'pbb', nop);
  const firstYear = owner.alias ? 2021 : random.whole(2019, 2024);
  const base = random.whole(45, 900) * 1_000;
  const unpaid = owner.alias && UNPAID_BY_ALIAS[owner.alias]?.[position];
  // The register often still names the previous owner, here the father.
  const onPaper = !owner.alias && random.chance(0.1) ? owner.father.name : owner.name;
  const bills = Array.from({ length: THIS_YEAR - firstYear + 1 }, (_, age) => {
    const year = firstYear + age;
    const principal = base + Math.floor(age / 2) * 5_000;
    const paid = unpaid ? !unpaid.includes(year) : !random.chance(year === THIS_YEAR ? 0.4 : 0.12);
    return { year, principal, penalty: paid ? 0 : decidePenalty(year, principal), paid };
  });
  return { nop, owner: onPaper.toUpperCase(), kelurahan: findKelurahanOfNop(nop)?.name.toUpperCase() ?? '-', bills };
}

/** Returns the rupiah added for late payment: 2 % a month on tax years before 2024, 1 % since, for 24 months at most. */
export function decidePenalty(year: number, principal: number): number {
  const monthsLate = (THIS_YEAR - year) * 12 + THIS_MONTH - DUE_MONTH;
  const months = Math.min(Math.max(monthsLate, 0), MAX_PENALTY_MONTHS);
  return Math.round((principal * months * (year < 2024 ? 2 : 1)) / 100);
}
