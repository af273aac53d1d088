import { type CityClock, createCityClock, localTime } from '../city-clock.ts';
import type { LivingRecords } from '../living-records.ts';
import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom } from '../random.ts';
import { ageOn, REFERENCE_DAY, slashedDay } from '../reference-day.ts';
import type { Application } from './application.ts';
import { inventPermits, NOTES } from './invent-permits.ts';
import { getPermitService, isOpen, PERMIT_SERVICES, type Permit, type PermitStatus } from './permit.ts';

/** The application's permits: found in the ways that it offers, applied for, and moved on by its office. */
export interface PermitBook {
  listOf(nik: string): readonly Permit[];
  find(permitNumber: string): Permit | undefined;
  /** Everything changed on or after an ISO day, oldest change first. */
  listChangedSince(day: string): readonly Permit[];
  /** Takes an application and returns its number, or why it is refused, for people to read. */
  file(application: Application): { readonly number: string } | { readonly refusal: string };
  readonly records: LivingRecords;
}

/** Opens the permit book of these people; its content is written when it is first looked into. */
export function createPermitBook(people: readonly Person[], seed: number): PermitBook {
  let shelves: Shelves | undefined;
  const open = (): Shelves => {
    shelves ??= new Shelves(people, seed, createCityClock());
    return shelves;
  };
  return {
    listOf: (nik) => open().listOf(nik),
    find: (permitNumber) => open().permits.get(permitNumber),
    listChangedSince: (day) => open().listChangedSince(day),
    file: (application) => open().file(application),
    records: {
      change: (id) => open().moveOn(id),
      add: (nik) => open().fileForSomebody(nik),
      remove: (id) => open().remove(id),
      runTo: (atMs) => open().clock.runTo(atMs),
    },
  };
}

/** What the office does next; a permit that was issued comes back for a correction. */
const NEXT: Readonly<Record<PermitStatus, PermitStatus>> = { '0': '1', '1': '2', '2': '3', '3': '2', '9': '1' };
const REJECTED_SHARE = 0.1;

class Shelves {
  readonly clock: CityClock;
  readonly permits = new Map<string, Permit>();
  readonly #people: ReadonlyMap<string, Person>;
  readonly #adults: readonly Person[];
  readonly #numberOf = new Map<string, string>();
  readonly #random: ReturnType<typeof createRandom>;
  #byNik: Map<string, Permit[]> | undefined;
  #byChange: Permit[] | undefined;
  #serial: number;

  constructor(people: readonly Person[], seed: number, clock: CityClock) {
    this.clock = clock;
    this.#people = new Map(people.map((person) => [person.nik, person]));
    this.#adults = people.filter(({ alias, birthDate }) => !alias && ageOn(birthDate) >= ADULT_AGE);
    this.#random = createRandom(seed, 'izin berubah');
    const invented = inventPermits(people, seed);
    for (const permit of invented) this.permits.set(permit.row.no_izin, permit);
    this.#serial = invented.length;
  }

  listOf(nik: string): readonly Permit[] {
    this.#byNik ??= Map.groupBy(this.permits.values(), ({ row }) => row.nik.trim());
    return this.#byNik.get(nik) ?? [];
  }

  listChangedSince(day: string): readonly Permit[] {
    this.#byChange ??= [...this.permits.values()].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
    return this.#byChange.filter(({ row }) => row.tgl_ubah.slice(0, 10) >= day);
  }

  file(application: Application): ReturnType<PermitBook['file']> {
    const { nik, code, reference } = application;
    const known = this.#numberOf.get(reference);
    if (known) return { number: known };
    const open = this.listOf(nik).find(({ row }) => row.kode_layanan === code && isOpen(row.sts));
    if (open) return { refusal: `Masih ada permohonan ${code} yang sedang diproses, nomor ${open.row.no_izin}` };
    const number = this.#take(application);
    this.#numberOf.set(reference, number);
    return { number };
  }

  /** An application at the counter, of somebody who has none of that kind under way. */
  fileForSomebody(nik: string | undefined): string {
    const applicant = nik ?? this.#random.pick(this.#adults).nik;
    if (!this.#people.has(applicant)) throw new Error('nobody of that NIK lives in the city');
    const busy = this.listOf(applicant).filter(({ row }) => isOpen(row.sts));
    const free = PERMIT_SERVICES.filter(({ code }) => busy.every(({ row }) => row.kode_layanan !== code));
    const { code } = this.#random.pick(free.length > 0 ? free : PERMIT_SERVICES);
    return this.#take({ nik: applicant, code, reference: '', business: '', place: 'Telanaipura', note: 'Loket MPP' });
  }

  moveOn(id: string | undefined): string {
    const permit = this.#choose(id, ({ row }) => isOpen(row.sts));
    const { sts } = permit.row;
    const next = sts === '1' && this.#random.chance(REJECTED_SHARE) ? '9' : NEXT[sts];
    this.#write(permit, next);
    return permit.row.no_izin;
  }

  remove(id: string | undefined): string {
    const { row } = this.#choose(id, () => true);
    this.permits.delete(row.no_izin);
    this.#forgetOrder();
    return row.no_izin;
  }

  #choose(id: string | undefined, suits: (permit: Permit) => boolean): Permit {
    if (id !== undefined) {
      const found = this.permits.get(id);
      if (!found) throw new Error(`there is no permit ${id}`);
      return found;
    }
    const all = [...this.permits.values()].filter(({ row }) => !this.#people.get(row.nik.trim())?.alias);
    const suitable = all.filter(suits);
    return this.#random.pick(suitable.length > 0 ? suitable : all);
  }

  #take({ nik, code, ...more }: Application): string {
    const service = getPermitService(code);
    this.#serial += 1;
    const row = {
      no_izin: `503/${String(this.#serial).padStart(4, '0')}/${code}/DPMPTSP/${REFERENCE_DAY.slice(0, 4)}`,
      nik,
      kode_layanan: code,
      nama_layanan: service.name,
      sts: '0' as const,
      tgl_masuk: '',
      tgl_terbit: '',
      biaya: String(service.fee),
      tgl_ubah: '',
    };
    const applicant = this.#people.get(nik)?.name.toUpperCase() ?? '';
    this.#write({ row, applicant, steps: [], filing: more }, '0');
    return row.no_izin;
  }

  /** Writes a step of a permit, and when. */
  #write(permit: Permit, sts: PermitStatus): void {
    const changedAt = localTime(this.clock.next());
    const day = slashedDay(changedAt);
    const row = {
      ...permit.row,
      sts,
      tgl_masuk: permit.row.tgl_masuk || day,
      tgl_terbit: sts === '3' ? day : '',
      tgl_ubah: changedAt,
    };
    const steps = [...permit.steps, { sts, tanggal: day, catatan: NOTES[sts] }];
    this.permits.set(row.no_izin, { ...permit, row, steps });
    this.#forgetOrder();
  }

  #forgetOrder(): void {
    this.#byNik = undefined;
    this.#byChange = undefined;
  }
}

function sortKey({ row }: Permit): string {
  return row.tgl_ubah + row.no_izin;
}
