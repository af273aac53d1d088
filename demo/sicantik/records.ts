import { type CityClock, createCityClock, localTime } from '../city-clock.ts';
import type { LivingRecords } from '../living-records.ts';
import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom } from '../random.ts';
import { ageOn } from '../reference-day.ts';
import { fileApplication, inventLicences, issueLicence, type LicenceStatus } from './invent-licences.ts';
import type { ExpiryRow, Licence } from './licence.ts';

/** The licences: found in the two ways that the system offers, and changed by its office. */
export interface LicenceBook {
  /** Those filed from one ISO day to another, both included, oldest first. */
  listFiled(from: string, to: string): readonly Licence[];
  findByApplication(number: string): Licence | undefined;
  /** The terms of an issued licence, oldest first. */
  listTerms(licenceNumber: string): readonly ExpiryRow[];
  readonly records: LivingRecords;
}

/** Opens the book of these people's licences; it is written when first asked. */
export function createLicenceBook(people: readonly Person[], seed: number): LicenceBook {
  let shelf: Shelf | undefined;
  const open = (): Shelf => {
    shelf ??= new Shelf(people, seed, createCityClock());
    return shelf;
  };
  return {
    listFiled: (from, to) => open().listFiled(from, to),
    findByApplication: (number) => open().licences.get(number),
    listTerms: (licenceNumber) => open().listTerms(licenceNumber),
    records: {
      change: (id) => open().moveOn(id),
      add: (nik) => open().file(nik),
      remove: (id) => open().remove(id),
      runTo: (atMs) => open().clock.runTo(atMs),
    },
  };
}

const NEXT: Readonly<Record<LicenceStatus, LicenceStatus>> = {
  'Permohonan Baru': 'Proses Verifikasi',
  'Proses Verifikasi': 'Selesai',
  Selesai: 'Selesai',
  Ditolak: 'Proses Verifikasi',
};

class Shelf {
  readonly clock: CityClock;
  readonly licences = new Map<string, Licence>();
  readonly #people: readonly Person[];
  readonly #random: ReturnType<typeof createRandom>;
  #serial: number;

  constructor(people: readonly Person[], seed: number, clock: CityClock) {
    this.clock = clock;
    this.#people = people;
    this.#random = createRandom(seed, 'sicantik berubah');
    const invented = inventLicences(people, seed);
    for (const licence of invented) this.licences.set(licence.row.no_permohonan, licence);
    this.#serial = invented.length;
  }

  listFiled(from: string, to: string): readonly Licence[] {
    return [...this.licences.values()]
      .filter(({ filedOn }) => filedOn >= from && filedOn <= to)
      .sort((one, other) => (one.filedOn < other.filedOn ? -1 : one.filedOn > other.filedOn ? 1 : 0));
  }

  listTerms(licenceNumber: string): readonly ExpiryRow[] {
    const holds = ({ terms }: Licence): boolean => terms.some(({ no_surat }) => no_surat === licenceNumber);
    return [...this.licences.values()].find(holds)?.terms ?? [];
  }

  /** Nothing of an application says when this was; one that is finished is sent out again. */
  moveOn(id: string | undefined): string {
    const licence = this.#choose(id, (status) => status === 'Permohonan Baru' || status === 'Proses Verifikasi');
    const status = NEXT[licence.row.status as LicenceStatus];
    const today = localTime(this.clock.next()).slice(0, 10);
    const next = status === 'Selesai' ? issueLicence(licence, today) : { ...licence, row: { ...licence.row, status } };
    this.licences.set(licence.row.no_permohonan, next);
    return licence.row.no_permohonan;
  }

  file(nik: string | undefined): string {
    const adults = this.#people.filter(({ alias, birthDate }) => !alias && ageOn(birthDate) >= ADULT_AGE);
    const person = nik === undefined ? this.#random.pick(adults) : this.#people.find((one) => one.nik === nik);
    if (!person) throw new Error('nobody of that NIK lives in the city');
    this.#serial += 1;
    const licence = fileApplication(person, this.#serial, this.#random);
    this.licences.set(licence.row.no_permohonan, licence);
    return licence.row.no_permohonan;
  }

  remove(id: string | undefined): string {
    const { row } = this.#choose(id, () => true);
    this.licences.delete(row.no_permohonan);
    return row.no_permohonan;
  }

  #choose(id: string | undefined, suits: (status: string) => boolean): Licence {
    if (id !== undefined) {
      const found = this.licences.get(id);
      if (!found) throw new Error(`there is no application ${id}`);
      return found;
    }
    const known = new Set(this.#people.filter(({ alias }) => alias).map(({ nik }) => nik));
    const all = [...this.licences.values()].filter(({ ownerNik }) => !known.has(ownerNik));
    const suitable = all.filter(({ row }) => suits(row.status));
    return this.#random.pick(suitable.length > 0 ? suitable : all);
  }
}
