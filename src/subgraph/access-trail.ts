import type { AccessEntry, AccessRead } from '../ports/access-log.ts';

/** A class of fields whose values are somebody's personal data; made once, when a subgraph is built. */
export interface AccessMark {
  /** The OPD that the records are of, or `city`. */
  readonly opd: string;
  /** A type (`Permit`) or a single field (`Citizen.name`). */
  readonly field: string;
}

/** NIK, or another number of a person. */
type Subject = AccessEntry['subject'];

/** What one answer shows of the person whom its mandate is about, and of whom else it refused to show anything. */
export class AccessTrail {
  readonly #allowed = new Set<AccessMark>();
  /** Whether it leaves as a document of its own, which the person keeps. */
  isExport = false;
  #refused: Map<string, Set<AccessMark>> | undefined;
  readonly #shown = new Map<string, { readonly subject: Subject; readonly marks: Set<string> }>();

  /** Notes that a guard let something of this class pass. */
  allow(mark: AccessMark): void {
    this.#allowed.add(mark);
  }

  /**
   * Notes that a record of somebody is shown to another by his office, who is no party to the mandate. The guard notes the
   * class as well.
   */
  show(subject: Subject, { opd, field }: AccessMark): void {
    const key = typeof subject === 'string' ? subject : `${subject.kind} ${subject.number}`;
    const known = this.#shown.get(key) ?? { subject, marks: new Set<string>() };
    this.#shown.set(key, known);
    known.marks.add(`${opd} ${field}`);
  }

  /** Notes that somebody's record was asked for and refused. */
  refuse(owner: string, mark: AccessMark): void {
    this.#refused ??= new Map();
    const marks = this.#refused.get(owner) ?? new Set();
    this.#refused.set(owner, marks.add(mark));
  }

  get isEmpty(): boolean {
    return this.#allowed.size === 0 && this.#refused === undefined && this.#shown.size === 0;
  }

  listAllowed(): AccessRead[] {
    return asReads(this.#allowed);
  }

  /** Those to whom something shown belongs besides the person of the mandate, each with what of it was let pass. */
  listShown(): { readonly subject: Subject; readonly reads: AccessRead[] }[] {
    return [...this.#shown.values()].map(({ subject, marks }) => ({
      subject,
      reads: asReads(new Set([...this.#allowed].filter(({ opd, field }) => marks.has(`${opd} ${field}`)))),
    }));
  }

  /** What was let pass and belongs to none of these. */
  listOthers(): AccessRead[] {
    const shown = new Set([...this.#shown.values()].flatMap(({ marks }) => [...marks]));
    return asReads(new Set([...this.#allowed].filter(({ opd, field }) => !shown.has(`${opd} ${field}`))));
  }

  listRefused(): { readonly owner: string; readonly reads: AccessRead[] }[] {
    return [...(this.#refused ?? [])].map(([owner, marks]) => ({ owner, reads: asReads(marks) }));
  }
}

/** By agency and in order, so that the same question always leaves the same trace. */
function asReads(marks: ReadonlySet<AccessMark>): AccessRead[] {
  const byOpd = new Map<string, Set<string>>();
  for (const { opd, field } of marks) {
    const fields = byOpd.get(opd);
    if (fields) fields.add(field);
    else byOpd.set(opd, new Set([field]));
  }
  return [...byOpd]
    .map(([opd, fields]) => ({ opd, fields: [...fields].sort() }))
    .sort((left, right) => (left.opd < right.opd ? -1 : 1));
}
