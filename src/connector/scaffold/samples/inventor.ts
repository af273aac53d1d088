import { hash, randomUUID } from 'node:crypto';
import type { PersonalKind } from '../guess/recognise-personal.ts';
import { splitWords } from '../guess/split-words.ts';
import { inventAddress, inventEmail, inventName, inventNik, inventPhone } from './invented-people.ts';
import { shiftDate } from './shift-date.ts';

/** What is known of a value besides what it is. */
export interface ValueFacts {
  /** Of its column. */
  readonly name: string;
  readonly personal: PersonalKind | undefined;
  readonly pipe: string | undefined;
  readonly type: string;
}

type Scalar = string | number | boolean | null;

/**
 * Puts invented values of the same shape in the place of real ones, the same for the same, so that what belongs together
 * still does. What it draws from is new each time and kept nowhere: nobody can turn an invented value back.
 */
export class Inventor {
  readonly #salt: string;
  readonly #known = new Map<string, string | number>();
  readonly #counts = new Map<string, number>();

  constructor(salt: string = randomUUID()) {
    this.#salt = salt;
  }

  replace(value: Scalar, facts: ValueFacts): Scalar {
    if (value === null || typeof value === 'boolean') return value;
    // A value without letters and digits, or of zeros, is how systems write none.
    if (!/[\p{L}1-9]/u.test(String(value)) || /^(?:true|false)$/i.test(String(value))) return value;
    const key = `${facts.personal ?? facts.pipe ?? ''}|${value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const invented = this.#invent(value, facts);
    this.#known.set(key, invented);
    return invented;
  }

  #invent(value: string | number, facts: ValueFacts): string | number {
    const { personal, pipe, type, name } = facts;
    if (pipe && /^(?:date|datetime|month) /.test(pipe)) return shiftDate(pipe, value, 30 + this.#draw('days', 0, 300));
    if (personal !== undefined) return this.#inventPersonal(value, personal);
    if (type === 'Boolean' || isCode(name, value)) return value;
    if (isYear(name, value)) return asType(value, String(Number(value) - 1 - this.#draw(String(value), 0, 3)));
    return this.#rotate(value, AMOUNTS.has(type));
  }

  #inventPersonal(value: string | number, personal: PersonalKind): string | number {
    const text = String(value);
    const make = MAKERS[personal];
    // What does not look like one, such as "-" or "0", is not replaced by one that does.
    if (!make?.fits.test(text)) return this.#rotate(value);
    const number = this.#counts.get(personal) ?? 0;
    this.#counts.set(personal, number + 1);
    const made = make.invent(number);
    return asType(value, text === text.toUpperCase() && personal !== 'email' ? made.toUpperCase() : made);
  }

  /** Each letter becomes another one of its kind, each digit another one: the shape stays, nothing else does. */
  #rotate(value: string | number, isAmount = false): string | number {
    const text = String(value);
    const fraction = /[.,]0{1,2}$/.exec(text)?.[0] ?? '';
    const scheme = /^https?:\/\//.exec(text)?.[0] ?? '';
    const body = text.slice(scheme.length, text.length - fraction.length);
    let isLeading = true;
    const rotated = [...body].map((character, index) => {
      const isFirst = isLeading && /\d/.test(character);
      // `Rp` says how an amount is spelt, and nothing about anybody.
      if (isAmount && !/\d/.test(character)) return character;
      if (/[\p{L}1-9]/u.test(character)) isLeading = false;
      return this.#turn(character, `${text}|${index}`, isFirst);
    });
    return asType(value, scheme + rotated.join('') + fraction);
  }

  #turn(character: string, place: string, isFirst: boolean): string {
    if (/\d/.test(character)) {
      // Leading zeros are part of the shape, and another digit must not become one.
      if (isFirst) return character === '0' ? '0' : String(((Number(character) + this.#draw(place, 0, 7)) % 9) + 1);
      return String((Number(character) + 1 + this.#draw(place, 0, 8)) % 10);
    }
    const alphabet = ALPHABETS.find((one) => one.includes(character.toLowerCase()));
    if (!alphabet) return /\p{L}/u.test(character) ? 'x' : character;
    const at = alphabet.indexOf(character.toLowerCase());
    const turned = alphabet[(at + 1 + this.#draw(place, 0, alphabet.length - 2)) % alphabet.length] ?? 'x';
    return character === character.toLowerCase() ? turned : turned.toUpperCase();
  }

  /** A number from `least` to `most`, the same for the same place. */
  #draw(place: string, least: number, most: number): number {
    const drawn = Number.parseInt(hash('sha256', `${this.#salt}|${place}`, 'hex').slice(0, 8), 16);
    return least + (drawn % (most - least + 1));
  }
}

const AMOUNTS = new Set(['Rupiah', 'Int', 'Float']);
const ALPHABETS = ['aeiou', 'bcdfghjklmnpqrstvwxyz'];

const MAKERS: Readonly<Partial<Record<PersonalKind, { readonly fits: RegExp; invent(number: number): string }>>> = {
  nik: { fits: /^\s*\d{16}\s*$/, invent: inventNik },
  familyCard: { fits: /^\s*\d{16}\s*$/, invent: (number) => inventNik(number + 5000) },
  name: { fits: /\p{L}{2}/u, invent: inventName },
  address: { fits: /\p{L}{3}/u, invent: inventAddress },
  phone: { fits: /(?:\d\D?){8}/, invent: inventPhone },
  email: { fits: /@/, invent: inventEmail },
};

function asType(original: string | number, text: string): string | number {
  return typeof original === 'number' ? Number(text) : text;
}

const CODE =
  /^(?:rc|status|sts|kode|kd|code|jenis|gol|golongan|kategori|kelas|tipe|satuan|flag|success|ok|sukses|deleted|aktif|active)$/;

/** Codes are what whoever maps them must see; no person is known by a status of one word. */
function isCode(name: string, value: string | number): boolean {
  const text = String(value);
  return splitWords(name).some((word) => CODE.test(word)) && /^(?:[\p{L}_]{1,20}|\d{1,3})$/u.test(text);
}

function isYear(name: string, value: string | number): boolean {
  const isNamed = splitWords(name).some((word) => /^(?:tahun|thn|th|year)$/.test(word));
  return isNamed && /^(?:19|20)\d\d$/.test(String(value));
}
