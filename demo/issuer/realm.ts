/** Whom an issuer vouches for: INApas knows citizens, the city's own directory knows those in office. */
export type Realm = 'citizens' | 'staff';

interface RealmFacts {
  /** What the realm signs with; they differ, so that nobody can count on one algorithm. */
  readonly alg: 'RS256' | 'ES256';
  /** What it calls itself on its pages. */
  readonly title: string;
}

/** What tells the realms apart. */
export const realms: Readonly<Record<Realm, RealmFacts>> = {
  citizens: { alg: 'RS256', title: 'Identitas Warga' },
  staff: { alg: 'ES256', title: 'Akun Pegawai Kota' },
};
