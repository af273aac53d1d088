/** A value of a row on its way into PostgreSQL by COPY. */
export type BinaryValue = Buffer | string | bigint | DayValue | SmallInteger | null;

/** A calendar day, `YYYY-MM-DD`. */
export interface DayValue {
  readonly day: string;
}

/** A PostgreSQL `int`. */
export interface SmallInteger {
  readonly int: number;
}

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const EPOCH_DAY = Date.UTC(2000, 0, 1) / 86_400_000;

/**
 * Writes rows in PostgreSQL's binary COPY format: bytes go over as they are, where its text format would double them.
 * Growing by doubling, it serves one page after the other: a megabyte of its own for each would outrun the collector.
 */
export class BinaryRows {
  #buffer = Buffer.allocUnsafe(64 * 1024);
  #length = SIGNATURE.copy(this.#buffer);
  count = 0;

  /** Begins anew; what `finish` gave before must not be needed any more. */
  clear(): void {
    this.#length = SIGNATURE.length;
    this.count = 0;
  }

  add(values: readonly BinaryValue[]): void {
    this.#reserve(2);
    this.#length = this.#buffer.writeInt16BE(values.length, this.#length);
    for (const value of values) this.#write(value);
    this.count++;
  }

  /** All of it; nothing may be added behind. */
  finish(): Buffer {
    this.#reserve(2);
    this.#length = this.#buffer.writeInt16BE(-1, this.#length);
    return this.#buffer.subarray(0, this.#length);
  }

  #write(value: BinaryValue): void {
    if (value === null) {
      this.#reserve(4);
      this.#length = this.#buffer.writeInt32BE(-1, this.#length);
    } else if (typeof value === 'string') this.#writeText(value);
    else if (typeof value === 'bigint') {
      this.#reserve(12);
      this.#length = this.#buffer.writeInt32BE(8, this.#length);
      this.#length = this.#buffer.writeBigInt64BE(value, this.#length);
    } else if (Buffer.isBuffer(value)) {
      this.#reserve(4 + value.length);
      this.#length = this.#buffer.writeInt32BE(value.length, this.#length);
      this.#length += value.copy(this.#buffer, this.#length);
    } else {
      const number = 'int' in value ? value.int : Date.parse(value.day) / 86_400_000 - EPOCH_DAY;
      this.#reserve(8);
      this.#length = this.#buffer.writeInt32BE(4, this.#length);
      this.#length = this.#buffer.writeInt32BE(number, this.#length);
    }
  }

  #writeText(text: string): void {
    // PostgreSQL's text cannot hold it.
    const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
    this.#reserve(4 + clean.length * 3);
    const bytes = this.#buffer.write(clean, this.#length + 4, 'utf8');
    this.#buffer.writeInt32BE(bytes, this.#length);
    this.#length += 4 + bytes;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + bytes));
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }
}
