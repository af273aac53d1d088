import { indonesianDay } from '../indonesian-day.ts';
import type { Person } from '../people/person.ts';
import { createRandom, type Random } from '../random.ts';
import { addDays, ageOn, REFERENCE_DAY } from '../reference-day.ts';

/** A job seeker's card (AK-1, "kartu kuning") as the application writes it. */
export interface JobCard {
  readonly nomor_pendaftaran: string;
  readonly nik: string;
  readonly pendidikan_terakhir: string;
  /** Skills in one text with commas between; null when none was entered. */
  readonly keahlian: string | null;
  readonly status: string;
  /** 16 Oktober 2025. */
  readonly berlaku_mulai: string;
  readonly berlaku_sampai: string;
}

/** A card with what only the list of changes tells. */
export interface FiledCard {
  readonly card: JobCard;
  /** YYYY-MM-DD hh:mm:ss of the last change. */
  readonly changedAt: string;
  /** The same, once it has been deleted. */
  readonly deletedAt: string | null;
}

interface Grant {
  readonly from: string;
  /** Nothing for a card that simply holds, or has run out. */
  readonly ended?: 'Bekerja' | 'Dicabut';
}

/** Share of people of working age who have registered as seeking work. */
const SEEKER_SHARE = 0.09;
const WORKING_AGE = { from: 18, to: 56 } as const;
/** A card holds for two years. */
const VALID_DAYS = 730;
const SCHOOLS = ['SD', 'SMP', 'SMA/SMK', 'SMA/SMK', 'D3', 'S1'];
const SKILLS = ['Komputer perkantoran', 'Mengemudi', 'Las listrik', 'Menjahit', 'Tata boga', 'Teknik pendingin'];

const ALIAS_GRANTS: Readonly<Partial<Record<string, readonly Grant[]>>> = {
  demo: [{ from: '2025-10-16' }],
  lunas: [{ from: '2021-02-08', ended: 'Bekerja' }],
  // More than one page of them.
  ganda: [{ from: '2026-02-02' }, { from: '2023-11-20' }, { from: '2021-09-06' }],
  aneh: [{ from: '2026-01-05' }],
};

/** The cards that these people have got before the city's "today", in the order of their numbers. */
export function inventCards(people: readonly Person[], seed: number): FiledCard[] {
  const cards: FiledCard[] = [];
  for (const person of people) {
    const random = createRandom(seed, 'ak1', person.nik);
    for (const grant of listGrants(person, random)) {
      const card = spoil(person, writeCard(person, grant, cards.length + 1, random));
      const day = card.status === 'Kedaluwarsa' ? addDays(grant.from, VALID_DAYS + 1) : grant.from;
      const hour = createRandom(seed, 'ak1 diubah', card.nomor_pendaftaran).whole(8, 14);
      cards.push({ card, changedAt: `${day} ${String(hour).padStart(2, '0')}:15:00`, deletedAt: null });
    }
  }
  return cards;
}

/** The next card of a person, granted today. */
export function grantCard(person: Person, serial: number, random: Random): JobCard {
  return writeCard(person, { from: REFERENCE_DAY }, serial, random);
}

function listGrants({ alias, birthDate }: Person, random: Random): readonly Grant[] {
  if (alias) return ALIAS_GRANTS[alias] ?? [];
  const age = ageOn(birthDate);
  if (age < WORKING_AGE.from || age > WORKING_AGE.to || !random.chance(SEEKER_SHARE)) return [];
  const from = addDays(REFERENCE_DAY, -random.whole(1, 1_200));
  const ended = random.chance(0.3) ? 'Bekerja' : random.chance(0.03) ? 'Dicabut' : undefined;
  return [{ from, ...(ended && { ended }) }];
}

function writeCard(person: Person, { from, ended }: Grant, serial: number, random: Random): JobCard {
  const until = addDays(from, VALID_DAYS);
  const skills = SKILLS.filter(() => random.chance(0.25));
  return {
    nomor_pendaftaran: `1571/AK.1/${String(serial).padStart(5, '0')}/${from.slice(0, 4)}`,
    nik: person.nik,
    pendidikan_terakhir: person.alias ? 'SMA/SMK' : random.pick(SCHOOLS),
    keahlian: person.alias === 'demo' ? 'Mengemudi, Las listrik' : skills.join(', ') || null,
    status: ended ?? (until < REFERENCE_DAY ? 'Kedaluwarsa' : 'Aktif'),
    berlaku_mulai: indonesianDay(from),
    berlaku_sampai: indonesianDay(until),
  };
}

/** The card of `aneh` was typed from paper: blanks, the word null, a month in small letters, no end. */
function spoil(person: Person, card: JobCard): JobCard {
  if (person.alias !== 'aneh') return card;
  return {
    ...card,
    nik: ` ${card.nik}`,
    keahlian: 'null',
    status: 'AKTIF ',
    berlaku_mulai: card.berlaku_mulai.toLowerCase(),
    berlaku_sampai: '-',
  };
}
