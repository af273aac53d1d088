import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom, type Random } from '../random.ts';
import { addDays, ageOn, REFERENCE_DAY } from '../reference-day.ts';
import { COMPLAINT_TOPICS, type ComplaintTopic, getTopic } from './complaint-topics.ts';
import { type ComplaintEvent, describeHistory, inventHistory, type Milestones } from './history.ts';

/** A complaint as SiKesal's API shows it. */
export interface Complaint extends Milestones {
  readonly id: string;
  readonly judul: string;
  readonly isi: string;
  readonly kategori: string;
  readonly status: ComplaintStatus;
  /** With the offset of Jakarta. */
  readonly tgl_lapor: string;
  /** SiKesal's own number of the agency in charge; null until somebody has forwarded the complaint. */
  readonly opd_id: number | null;
  readonly opd_nama: string | null;
  readonly nik: string;
  /** When it was changed last, with the offset of Jakarta. */
  readonly diubah: string;
}

export type ComplaintStatus = 'baru' | 'diverifikasi' | 'diproses' | 'selesai' | 'ditolak';

type Draughted = Omit<Complaint, keyof Milestones>;

interface Draft {
  readonly topic: ComplaintTopic;
  readonly day: string;
  readonly status: ComplaintStatus;
}

/** Share of adults who complained; with the children it makes about 12 % of all people. */
const COMPLAINANT_SHARE = 0.165;

const ALIAS_DRAFTS: Readonly<Partial<Record<string, readonly (readonly [string, string, ComplaintStatus])[]>>> = {
  demo: [
    ['jalan', '2026-10-03', 'diproses'],
    ['sampah', '2026-08-17', 'selesai'],
    ['lampu', '2026-10-29', 'diverifikasi'],
  ],
  siti: [['air', '2026-10-12', 'diproses']],
  aneh: [
    ['pungli', '2026-07-06', 'diproses'],
    ['kependudukan', '2026-09-15', 'baru'],
  ],
};

/** A complaint with everything that has happened to it. */
export interface KeptComplaint {
  readonly complaint: Complaint;
  readonly events: readonly ComplaintEvent[];
}

/** The complaints that these people have filed before the city's "today", in the order of their numbers. */
export function inventComplaints(people: readonly Person[], seed: number): KeptComplaint[] {
  const complaints: KeptComplaint[] = [];
  for (const person of people) {
    const random = createRandom(seed, 'laporan', person.nik);
    for (const draft of listDrafts(person, random)) {
      const complaint = toComplaint(person, draft, complaints.length + 1, random);
      const known = { ...complaint, diubah: inventChange(complaint, seed) };
      const events = inventHistory(known, draft.topic.agency, seed);
      const diubah = events.at(-1)?.waktu ?? known.diubah;
      complaints.push({ complaint: { ...known, diubah, ...describeHistory(events) }, events });
    }
  }
  return complaints;
}

/** When it got the status that it has: a new one when it was filed, another within two weeks, and never after "today". */
function inventChange({ id, status, tgl_lapor }: Draughted, seed: number): string {
  if (status === 'baru') return tgl_lapor;
  const random = createRandom(seed, 'laporan diubah', id);
  const day = addDays(tgl_lapor.slice(0, 10), random.whole(1, 14));
  return day < REFERENCE_DAY ? day + tgl_lapor.slice(10) : `${REFERENCE_DAY}T0${random.whole(7, 9)}:30:00+07:00`;
}

function listDrafts(person: Person, random: Random): readonly Draft[] {
  if (person.alias) {
    const drafts = ALIAS_DRAFTS[person.alias] ?? [];
    return drafts.map(([category, day, status]) => ({ topic: getTopic(category), day, status }));
  }
  if (ageOn(person.birthDate) < ADULT_AGE || !random.chance(COMPLAINANT_SHARE)) return [];
  return Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => {
    const daysAgo = random.whole(1, 540);
    return {
      topic: random.pick(COMPLAINT_TOPICS),
      day: addDays(REFERENCE_DAY, -daysAgo),
      status: inventStatus(random, daysAgo),
    };
  });
}

function inventStatus(random: Random, daysAgo: number): ComplaintStatus {
  if (daysAgo <= 3) return 'baru';
  if (daysAgo <= 10) return random.pick(['diverifikasi', 'diproses']);
  if (daysAgo <= 60) return random.pick(['diproses', 'diproses', 'selesai', 'selesai', 'ditolak']);
  return random.chance(0.9) ? 'selesai' : 'ditolak';
}

function toComplaint(person: Person, { topic, day, status }: Draft, serial: number, random: Random): Draughted {
  const clock = [random.whole(6, 21), random.whole(0, 59), random.whole(0, 59)].map((part) =>
    String(part).padStart(2, '0'),
  );
  const forwarded = status !== 'baru';
  return {
    id: `SK-${day.slice(0, 4)}-${String(serial).padStart(6, '0')}`,
    judul: topic.title,
    isi: writeText(person, topic),
    kategori: topic.category,
    status,
    tgl_lapor: `${day}T${clock.join(':')}+07:00`,
    opd_id: forwarded ? topic.agency.id : null,
    opd_nama: forwarded ? topic.agency.name : null,
    nik: person.nik,
    diubah: '',
  };
}

function writeText(person: Person, topic: ComplaintTopic): string {
  const { street, kelurahan } = person.address;
  const text = topic.text.replace('{tempat}', `${street}, Kel. ${kelurahan.name}`);
  if (person.alias !== 'aneh') return text;
  // People paste what they have: markup from a web form, and their own NIK into a text that others will read.
  return topic.category === 'pungli'
    ? `<p>${text}<br><font color="red"><b>Mohon ditindak</b></font> <script>alert('halo')</script></p>`
    : `${text} NIK saya ${person.nik}, mohon dicek.`;
}
