import { createHmac } from 'node:crypto';

/** An invented person who can have a token: a citizen, by NIK, or somebody in office, who has none here. */
export interface DemoPerson {
  readonly nik?: string;
  readonly name: string;
  /** A short name to ask by, so that nobody needs to type a NIK. */
  readonly alias?: string;
  /** What somebody in office may do; no citizen has any. */
  readonly roles?: readonly ('officer' | 'treasurer' | 'mayor' | 'auditor' | 'operator')[];
  /** Code of the OPD that an officer works for. */
  readonly opd?: string;
}

/** The people the issuer knows, by what is asked for and by what a token says. */
export interface People {
  /** Returns the `sub` of the person with this alias or NIK. */
  findSubject(aliasOrNik: string): string | undefined;
  findBySubject(subject: string): DemoPerson | undefined;
}

const SUBJECT_CHARACTERS = 22; // 132 bits in base64url

/** Creates the register; a `sub` stays the same as long as the secret does, and does not give the NIK away. */
export function createPeople(people: readonly DemoPerson[], subjectSecret: string): People {
  const bySubject = new Map<string, DemoPerson>();
  const subjects = new Map<string, string>();
  for (const person of people) {
    const subject = createHmac('sha256', subjectSecret)
      .update(person.nik ?? person.alias ?? '')
      .digest('base64url')
      .slice(0, SUBJECT_CHARACTERS);
    bySubject.set(subject, person);
    for (const name of [person.nik, person.alias]) {
      if (name === undefined) continue;
      if (subjects.has(name)) throw new Error('Two invented citizens share an alias or a NIK');
      subjects.set(name, subject);
    }
  }
  return { findSubject: (name) => subjects.get(name), findBySubject: (subject) => bySubject.get(subject) };
}

/** What a token says of a person besides `sub`. */
export function describePerson({ nik, roles, opd }: DemoPerson) {
  return { ...(nik && { nik }), ...(roles && { roles: [...roles] }), ...(opd && { opd }) };
}
