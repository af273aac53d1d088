import { type CityClock, createCityClock, isoTime } from '../city-clock.ts';
import type { LivingRecords } from '../living-records.ts';
import type { Person } from '../people/person.ts';
import { createRandom } from '../random.ts';
import { REFERENCE_DAY } from '../reference-day.ts';
import { AGENCIES } from './agency.ts';
import { COMPLAINT_TOPICS } from './complaint-topics.ts';
import { type Complaint, type ComplaintStatus, inventComplaints } from './invent-complaints.ts';
import type { NewComplaint } from './new-complaint.ts';

/** The complaints: found in the ways that SiKesal offers, filed, and worked on. */
export interface ComplaintDesk {
  /** Those of one person, newest first. */
  listOf(nik: string): readonly Complaint[];
  /** Everything changed at an instant or later, oldest change first. */
  listChangedSince(atMs: number): readonly Complaint[];
  file(draft: NewComplaint): Complaint;
  /** What came with a complaint, JPEGs in base64. */
  listPhotosOf(id: string): readonly string[];
  readonly records: LivingRecords;
}

/** Opens the complaint desk over these people; all complaints are written when the first is asked for. */
export function createComplaintDesk(people: readonly Person[], seed: number): ComplaintDesk {
  let shelf: Shelf | undefined;
  const open = (): Shelf => {
    shelf ??= new Shelf(people, seed, createCityClock());
    return shelf;
  };
  return {
    listOf: (nik) => open().listOf(nik),
    listChangedSince: (atMs) => open().listChangedSince(atMs),
    file: (draft) => open().file(draft),
    listPhotosOf: (id) => open().listPhotosOf(id),
    records: {
      change: (id) => open().moveOn(id),
      add: (nik) => open().fileForSomebody(nik),
      remove: (id) => open().remove(id),
      runTo: (atMs) => open().clock.runTo(atMs),
    },
  };
}

// Far above the invented ones, however many people the city has.
const FIRST_NUMBER = 900_001;

/** What happens to a complaint next; one that was closed is opened again. */
const NEXT: Readonly<Record<ComplaintStatus, ComplaintStatus>> = {
  baru: 'diverifikasi',
  diverifikasi: 'diproses',
  diproses: 'selesai',
  selesai: 'diproses',
  ditolak: 'diverifikasi',
};

class Shelf {
  readonly clock: CityClock;
  readonly #people: readonly Person[];
  readonly #complaints = new Map<string, Complaint>();
  readonly #photos = new Map<string, readonly string[]>();
  readonly #random: ReturnType<typeof createRandom>;
  #byNik: Map<string, Complaint[]> | undefined;
  #byChange: Complaint[] | undefined;
  #filed = 0;

  constructor(people: readonly Person[], seed: number, clock: CityClock) {
    this.clock = clock;
    this.#people = people;
    this.#random = createRandom(seed, 'laporan berubah');
    for (const complaint of inventComplaints(people, seed)) this.#complaints.set(complaint.id, complaint);
  }

  listOf(nik: string): readonly Complaint[] {
    this.#byNik ??= Map.groupBy(
      [...this.#complaints.values()].sort((one, other) => (one.tgl_lapor < other.tgl_lapor ? 1 : -1)),
      (complaint) => complaint.nik,
    );
    return this.#byNik.get(nik) ?? [];
  }

  listChangedSince(atMs: number): readonly Complaint[] {
    this.#byChange ??= [...this.#complaints.values()].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
    return this.#byChange.filter(({ diubah }) => Date.parse(diubah) >= atMs);
  }

  listPhotosOf(id: string): readonly string[] {
    return this.#photos.get(id) ?? [];
  }

  file({ foto, ...draft }: NewComplaint): Complaint {
    const now = isoTime(this.clock.next());
    const id = `SK-${REFERENCE_DAY.slice(0, 4)}-${FIRST_NUMBER + this.#filed}`;
    this.#filed += 1;
    const complaint = {
      ...draft,
      id,
      status: 'baru',
      tgl_lapor: now,
      opd_id: null,
      opd_nama: null,
      diubah: now,
    } as const;
    this.#put(complaint);
    if (foto.length > 0) this.#photos.set(id, foto);
    return complaint;
  }

  fileForSomebody(nik: string | undefined): string {
    const person =
      nik === undefined ? this.#random.pick(this.#strangers()) : this.#people.find((one) => one.nik === nik);
    if (!person) throw new Error('nobody of that NIK lives in the city');
    const { category, title, text } = this.#random.pick(COMPLAINT_TOPICS);
    const { street, kelurahan } = person.address;
    const isi = text.replace('{tempat}', `${street}, Kel. ${kelurahan.name}`);
    return this.file({ nik: person.nik, judul: title, isi, kategori: category, foto: [] }).id;
  }

  moveOn(id: string | undefined): string {
    const complaint = this.#choose(id, ({ status }) => status !== 'selesai' && status !== 'ditolak');
    const agency =
      COMPLAINT_TOPICS.find(({ category }) => category === complaint.kategori)?.agency ?? AGENCIES.inspektorat;
    const status = NEXT[complaint.status];
    const diubah = isoTime(this.clock.next());
    this.#put({ ...complaint, status, opd_id: agency.id, opd_nama: agency.name, diubah });
    return complaint.id;
  }

  remove(id: string | undefined): string {
    const complaint = this.#choose(id, () => true);
    this.#complaints.delete(complaint.id);
    this.#forgetOrder();
    return complaint.id;
  }

  #choose(id: string | undefined, suits: (complaint: Complaint) => boolean): Complaint {
    if (id !== undefined) {
      const found = this.#complaints.get(id);
      if (!found) throw new Error(`there is no complaint ${id}`);
      return found;
    }
    const strangers = new Set(this.#strangers().map(({ nik }) => nik));
    const all = [...this.#complaints.values()].filter(({ nik }) => strangers.has(nik));
    const suitable = all.filter(suits);
    return this.#random.pick(suitable.length > 0 ? suitable : all);
  }

  /** The people whose records nobody knows by heart. */
  #strangers(): readonly Person[] {
    return this.#people.filter(({ alias }) => !alias);
  }

  #put(complaint: Complaint): void {
    this.#complaints.set(complaint.id, complaint);
    this.#forgetOrder();
  }

  #forgetOrder(): void {
    this.#byNik = undefined;
    this.#byChange = undefined;
  }
}

function sortKey({ diubah, id }: Complaint): string {
  return `${diubah} ${id}`;
}
