import { type CityClock, createCityClock, localTime } from '../city-clock.ts';
import type { LivingRecords } from '../living-records.ts';
import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom } from '../random.ts';
import { ageOn } from '../reference-day.ts';
import { type FiledCard, grantCard, inventCards, type JobCard } from './invent-cards.ts';

/** The job seekers' cards: found in the ways that the service offers, and changed by its office. */
export interface CardFile {
  /** Those of one person, the newest first, without deleted ones. */
  listOf(nik: string): readonly JobCard[];
  /** Everything changed at a local time (YYYY-MM-DD hh:mm:ss) or later, deleted ones too, oldest change first. */
  listChangedSince(time: string): readonly FiledCard[];
  readonly records: LivingRecords;
}

/** Opens the card file over these people; all cards are written when the first is asked for. */
export function createCardFile(people: readonly Person[], seed: number): CardFile {
  let drawer: Drawer | undefined;
  const open = (): Drawer => {
    drawer ??= new Drawer(people, seed, createCityClock());
    return drawer;
  };
  return {
    listOf: (nik) => open().listOf(nik),
    listChangedSince: (time) => open().listChangedSince(time),
    records: {
      change: (id) => open().moveOn(id),
      add: (nik) => open().grant(nik),
      remove: (id) => open().remove(id),
      runTo: (atMs) => open().clock.runTo(atMs),
    },
  };
}

class Drawer {
  readonly clock: CityClock;
  readonly #people: readonly Person[];
  readonly #cards = new Map<string, FiledCard>();
  readonly #random: ReturnType<typeof createRandom>;

  constructor(people: readonly Person[], seed: number, clock: CityClock) {
    this.clock = clock;
    this.#people = people;
    this.#random = createRandom(seed, 'ak1 berubah');
    for (const filed of inventCards(people, seed)) this.#cards.set(filed.card.nomor_pendaftaran, filed);
  }

  listOf(nik: string): readonly JobCard[] {
    const own = [...this.#cards.values()].filter(({ card, deletedAt }) => card.nik.trim() === nik && !deletedAt);
    return own.map(({ card }) => card).sort((one, other) => yearOf(other) - yearOf(one));
  }

  listChangedSince(time: string): readonly FiledCard[] {
    return [...this.#cards.values()]
      .filter(({ changedAt }) => changedAt >= time)
      .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  }

  moveOn(id: string | undefined): string {
    const { card } = this.#choose(id, ({ status }) => status === 'Aktif');
    const status = card.status === 'Aktif' ? this.#random.pick(['Bekerja', 'Bekerja', 'Dicabut']) : 'Aktif';
    return this.#put({ ...card, status });
  }

  grant(nik: string | undefined): string {
    const adults = this.#people.filter(({ alias, birthDate }) => !alias && ageOn(birthDate) >= ADULT_AGE);
    const person = nik === undefined ? this.#random.pick(adults) : this.#people.find((one) => one.nik === nik);
    if (!person) throw new Error('nobody of that NIK lives in the city');
    return this.#put(grantCard(person, this.#cards.size + 1, this.#random));
  }

  remove(id: string | undefined): string {
    const { card } = this.#choose(id, () => true);
    return this.#put({ ...card, status: 'Dicabut' }, true);
  }

  #choose(id: string | undefined, suits: (card: JobCard) => boolean): FiledCard {
    if (id !== undefined) {
      const found = this.#cards.get(id);
      if (!found || found.deletedAt) throw new Error(`there is no card ${id}`);
      return found;
    }
    const known = new Set(this.#people.filter(({ alias }) => alias).map(({ nik }) => nik));
    const all = [...this.#cards.values()].filter(({ card, deletedAt }) => !known.has(card.nik.trim()) && !deletedAt);
    const suitable = all.filter(({ card }) => suits(card));
    return this.#random.pick(suitable.length > 0 ? suitable : all);
  }

  #put(card: JobCard, isDeleted = false): string {
    const changedAt = localTime(this.clock.next());
    this.#cards.set(card.nomor_pendaftaran, { card, changedAt, deletedAt: isDeleted ? changedAt : null });
    return card.nomor_pendaftaran;
  }
}

function yearOf({ nomor_pendaftaran }: JobCard): number {
  return Number(nomor_pendaftaran.slice(-4));
}

function sortKey({ changedAt, card }: FiledCard): string {
  return changedAt + card.nomor_pendaftaran;
}
