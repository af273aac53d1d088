import type { Random } from '../random.ts';
import type { Sex } from './person.ts';
import type { Kelurahan } from './wilayah.ts';

/** A kecamatan code that does not exist: no number of this city can be a real person's. */
const REGION = '157199';

/** Hands out NIK, KK and tax object numbers, each only once. */
export class IdentityNumbers {
  readonly #serials = new Map<string, number>();
  readonly #nops = new Set<string>();

  /** Marks numbers as taken, so that the people with fixed numbers stay unique. */
  reserve(numbers: { readonly nik: string; readonly kkNumber: string; readonly nops: readonly string[] }): void {
    for (const [kind, number] of [['nik', numbers.nik] as const, ['kk', numbers.kkNumber] as const]) {
      const key = kind + number.slice(0, 12);
      this.#serials.set(key, Math.max(this.#serials.get(key) ?? 0, Number(number.slice(12))));
    }
    for (const nop of numbers.nops) this.#nops.add(nop);
  }

  /** Region, DDMMYY with 40 added to a woman's day, serial. */
  nik(birthDate: string, sex: Sex): string {
    const day = Number(birthDate.slice(8, 10)) + (sex === 'female' ? 40 : 0);
    return this.#next(
      'nik',
      `${REGION}${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`,
    );
  }

  /** Region, DDMMYY of the day the card was entered, serial. */
  kk(enteredOn: string): string {
    return this.#next('kk', `${REGION}${enteredOn.slice(8, 10)}${enteredOn.slice(5, 7)}${enteredOn.slice(2, 4)}`);
  }

  /** Province 15, city 71, the tax office's own kecamatan and kelurahan code, block, serial, kind of object. */
  nop(random: Random, kelurahan: Kelurahan): string {
    for (;;) {
      const block = String(random.whole(1, 40)).padStart(3, '0');
      const serial = String(random.whole(1, 999)).padStart(4, '0');
      const nop = `1571${kelurahan.taxCode}${block}${serial}0`;
      if (!this.#nops.has(nop)) {
        this.#nops.add(nop);
        return nop;
      }
    }
  }

  #next(kind: string, prefix: string): string {
    const serial = (this.#serials.get(kind + prefix) ?? 0) + 1;
    this.#serials.set(kind + prefix, serial);
    return `${prefix}${String(serial).padStart(4, '0')}`;
  }
}
