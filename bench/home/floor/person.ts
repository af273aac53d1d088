interface DukcapilAnswer {
  readonly content: readonly {
    readonly NIK?: string;
    readonly NAMA_LGKP: string;
    readonly TGL_LHR: string;
    readonly ALAMAT: string;
    readonly NO_RT: number;
    readonly NO_RW: number;
    readonly KEL_NAME: string;
    readonly KEC_NAME: string;
  }[];
}

/** A Dukcapil answer as Home shows it. */
export function toPerson(answer: unknown) {
  const [row] = (answer as DukcapilAnswer).content;
  if (!row?.NIK) throw new Error('Dukcapil does not know him');
  return {
    name: row.NAMA_LGKP,
    birthDate: row.TGL_LHR,
    address: {
      street: row.ALAMAT,
      rt: String(row.NO_RT).padStart(3, '0'),
      rw: String(row.NO_RW).padStart(3, '0'),
      kelurahan: row.KEL_NAME,
      kecamatan: row.KEC_NAME,
    },
  };
}
