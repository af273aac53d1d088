import type { AccessRead } from '../ports/access-log.ts';

/** A class of fields whose values are somebody's personal data; made once, when a subgraph is built. */
export interface AccessMark {
  /** The OPD that the records are of, or `city`. */
  readonly opd: string;
  /** A type (`Permit`) or a single field (`Citizen.name`). */
  readonly field: string;
}

/** What one answer shows of the person whom its mandate is about, and of whom else it refused to show anything. */
export class AccessTrail {
  readonly #allowed = new Set<AccessMark>();
  /** Whether it leaves as a document of its own, which the person keeps. */
  isExport = false;
  #refused: Map<string, Set<AccessMark>> | undefined;

  /** Notes that a guard let something of this class pass. */
  allow(mark: AccessMark): void {
    this.#allowed.add(mark);
  }

  /** Notes that somebody's record was asked for and refused. */
  refuse(owner: string, mark: AccessMark): void {
    this.#refused ??= new Map();
    const marks = this.#refused.get(owner) ?? new Set();
    this.#refused.set(owner, marks.add(mark));
  }

  get isEmpty(): boolean {
    return this.#allowed.size === 0 && this.#refused === undefined;
  }

  listAllowed(): AccessRead[] {
    return asReads(this.#allowed);
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
