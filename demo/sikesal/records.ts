import { type CityClock, createCityClock, isoTime } from '../city-clock.ts';
import type { LivingRecords } from '../living-records.ts';
import type { Person } from '../people/person.ts';
import { createRandom } from '../random.ts';
import { REFERENCE_DAY } from '../reference-day.ts';
import { AGENCIES, type Agency, findAgency } from './agency.ts';
import { COMPLAINT_TOPICS } from './complaint-topics.ts';
import { type ComplaintEvent, closeBySilence, closingTimeMs, describeHistory } from './history.ts';
import { type Complaint, type ComplaintStatus, inventComplaints } from './invent-complaints.ts';
import type { NewComplaint } from './new-complaint.ts';

/** The complaints: found in the ways that SiKesal offers, filed, and worked on. */
export interface ComplaintDesk {
  /** Those of one person, newest first. */
  listOf(nik: string): readonly Complaint[];
  /** Everything changed at an instant or later, oldest change first. */
  listChangedSince(atMs: number): readonly Complaint[];
  file(draft: NewComplaint): Complaint;
  find(id: string): Complaint | undefined;
  /** Everything that has happened to a complaint, oldest first. */
  listEventsOf(id: string): readonly ComplaintEvent[];
  /** Writes down that something happened to a complaint, which gives it a status. */
  note(complaint: Complaint, status: ComplaintStatus, ...events: readonly NewEvent[]): Complaint;
  /** Whether a reply with this reference has been taken. */
  findReply(id: string, reference: string): boolean;
  keepReply(id: string, reference: string): void;
  /** What came with a complaint, JPEGs in base64. */
  listPhotosOf(id: string): readonly string[];
  readonly records: LivingRecords;
}

/** An event whose time the desk's clock tells. */
export type NewEvent = Omit<ComplaintEvent, 'waktu'>;

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
    find: (id) => open().find(id),
    listEventsOf: (id) => open().listEventsOf(id),
    note: (complaint, status, ...events) => open().note(complaint, status, events),
    findReply: (id, reference) => open().replies.has(`${id} ${reference}`),
    keepReply: (id, reference) => void (reference !== '' && open().replies.add(`${id} ${reference}`)),
    listPhotosOf: (id) => open().listPhotosOf(id),
    records: {
      change: (id) => open().moveOn(id),
      add: (nik) => open().fileForSomebody(nik),
      remove: (id) => open().remove(id),
      runTo: (atMs) => open().runTo(atMs),
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

/** What is written down of it. */
const EVENTS: Readonly<Record<ComplaintStatus, ComplaintEvent['kejadian']>> = {
  baru: 'dilaporkan',
  diverifikasi: 'diverifikasi',
  diproses: 'diproses',
  selesai: 'dijawab',
  ditolak: 'ditolak',
};

class Shelf {
  readonly clock: CityClock;
  readonly replies = new Set<string>();
  readonly #people: readonly Person[];
  readonly #complaints = new Map<string, Complaint>();
  readonly #events = new Map<string, readonly ComplaintEvent[]>();
  readonly #photos = new Map<string, readonly string[]>();
  readonly #random: ReturnType<typeof createRandom>;
  #byNik: Map<string, Complaint[]> | undefined;
  #byChange: Complaint[] | undefined;
  #filed = 0;

  constructor(people: readonly Person[], seed: number, clock: CityClock) {
    this.clock = clock;
    this.#people = people;
    this.#random = createRandom(seed, 'laporan berubah');
    for (const { complaint, events } of inventComplaints(people, seed)) {
      this.#complaints.set(complaint.id, complaint);
      this.#events.set(complaint.id, events);
    }
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

  find(id: string): Complaint | undefined {
    return this.#complaints.get(id);
  }

  listEventsOf(id: string): readonly ComplaintEvent[] {
    return this.#events.get(id) ?? [];
  }

  note(complaint: Complaint, status: ComplaintStatus, added: readonly NewEvent[]): Complaint {
    const timed = added.map((event) => ({ ...event, waktu: isoTime(this.clock.next()) }));
    return this.#write(complaint, status, timed);
  }

  /** Lets time pass: what was answered so long ago that nobody will reply any more is closed. */
  runTo(atMs: number): void {
    this.clock.runTo(atMs);
    for (const complaint of this.#complaints.values()) {
      const { status, tgl_jawab, tgl_tutup } = complaint;
      if (status !== 'selesai' || tgl_jawab === null || tgl_tutup !== null || closingTimeMs(tgl_jawab) > atMs) continue;
      this.#write(complaint, status, [closeBySilence(isoTime(this.clock.next()), agencyOf(complaint))]);
    }
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
      ...describeHistory([]),
    } as const;
    this.#write(complaint, 'baru', [{ kejadian: 'dilaporkan', waktu: now, opd: null }]);
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
    const kejadian = complaint.status === 'selesai' ? 'dibuka_kembali' : EVENTS[status];
    const keterangan = kejadian === 'dijawab' ? 'Laporan sudah ditangani.' : undefined;
    this.note(complaint, status, [{ kejadian, opd: agency, ...(keterangan && { keterangan }) }]);
    return complaint.id;
  }

  remove(id: string | undefined): string {
    const complaint = this.#choose(id, () => true);
    this.#complaints.delete(complaint.id);
    this.#events.delete(complaint.id);
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

  #write(complaint: Complaint, status: ComplaintStatus, added: readonly ComplaintEvent[]): Complaint {
    const events = [...this.listEventsOf(complaint.id), ...added];
    const last = events.at(-1);
    const written = {
      ...complaint,
      status,
      opd_id: last?.opd?.id ?? null,
      opd_nama: last?.opd?.name ?? null,
      diubah: last?.waktu ?? complaint.diubah,
      ...describeHistory(events),
    };
    this.#complaints.set(written.id, written);
    this.#events.set(written.id, events);
    this.#forgetOrder();
    return written;
  }

  #forgetOrder(): void {
    this.#byNik = undefined;
    this.#byChange = undefined;
  }
}

/** The agency in charge. */
export function agencyOf({ opd_id }: Complaint): Agency | null {
  return findAgency(opd_id) ?? null;
}

function sortKey({ diubah, id }: Complaint): string {
  return `${diubah} ${id}`;
}
