import type { SystemName } from '../../../demo/city.ts';

/** An answer of a legacy system, byte for byte. */
export interface RecordedAnswer {
  readonly contentType: string;
  readonly body: Buffer;
}

/** An operation that Home needs. */
export interface RecordedOperation {
  readonly system: SystemName;
  readonly path: string;
  /** The parameter of the body that identifies the answer; without one, all calls get the same. */
  readonly key?: string;
}

/** The operations that Home needs, and by which parameter their answers differ. */
export const operations = {
  person: { system: 'disdukcapil', path: '/dukcapil/get_json/1571/DISKOMINFO/call_nik', key: 'nik' },
  logIn: { system: 'dpmptsp', path: '/auth/login' },
  permits: { system: 'dpmptsp', path: '/izin/cari', key: 'nik' },
  steps: { system: 'dpmptsp', path: '/izin/riwayat', key: 'no_izin' },
  bills: { system: 'bpprd', path: '/pbb/inquiry', key: 'Nop' },
  complaints: { system: 'sikesal', path: '/api/laporan/cari', key: 'nik' },
} as const satisfies Record<string, RecordedOperation>;

/** The answers of one operation by the value of its key. */
export class RecordedAnswers {
  readonly #byPath = new Map<string, { readonly marker: string | undefined; answers: Map<string, RecordedAnswer> }>();

  constructor() {
    for (const { system, path, ...rest } of Object.values<RecordedOperation>(operations)) {
      const marker = rest.key === undefined ? undefined : `"${rest.key}":"`;
      this.#byPath.set(`/${system}${path}`, { marker, answers: new Map() });
    }
  }

  keep({ system, path }: RecordedOperation, value: string, answer: RecordedAnswer): void {
    this.#byPath.get(`/${system}${path}`)?.answers.set(value, answer);
  }

  /** Finds the answer by cutting the key's value out of the body's text: parsing would cost more than serving. */
  find(path: string, body: string): RecordedAnswer | undefined {
    const operation = this.#byPath.get(path);
    if (!operation) return undefined;
    const { marker, answers } = operation;
    if (marker === undefined) return answers.get('');
    const start = body.indexOf(marker) + marker.length;
    return start < marker.length ? undefined : answers.get(body.slice(start, body.indexOf('"', start)));
  }
}
