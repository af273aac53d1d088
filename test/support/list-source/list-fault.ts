/** What can go wrong between the source's table and whoever reads its pages. */
export type ListFault = {
  /** The n-th page that is asked for from now on meets it, and those after it; default 1. */
  readonly from?: number;
  /** So many pages meet it; by default all for a source that is away, one for a page that is wrong. */
  readonly times?: number;
} & ListFaultKind;

type ListFaultKind =
  /** The connection is destroyed, without an answer or in the middle of one. */
  | { readonly kind: 'down' | 'cut' }
  | { readonly kind: 'status500' }
  /** The answer never comes, or comes so much later. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** The rows of the page before it once more, in its place. */
  | { readonly kind: 'repeatPage' }
  /** Rows of the page after it, in its place; those of its own are never given. */
  | { readonly kind: 'skipPage' }
  /** Rows with the same time in another order on every page. */
  | { readonly kind: 'shuffleTies' }
  /** What the rows of the page were when `remember` was called: a cache that was not told. */
  | { readonly kind: 'stale' }
  /** The first row of the page twice. */
  | { readonly kind: 'doubleRow' }
  /** A total that is so much off. */
  | { readonly kind: 'wrongTotal'; readonly by: number }
  /** No rows and a total of 0, as a source whose import failed in the night. */
  | { readonly kind: 'empty' };

const OUTAGES: readonly ListFault['kind'][] = ['down', 'cut', 'status500', 'hang', 'slow'];

/** Counts the pages that are asked for and says which fault each meets. */
export class ListFaults {
  #faults: { readonly fault: ListFault; asked: number }[] = [];

  /** Adds a fault to those in force. */
  add(fault: ListFault): void {
    this.#faults.push({ fault, asked: 0 });
  }

  /** Ends all faults. */
  heal(): void {
    this.#faults = [];
  }

  /** Faults of a source that is away, which meet whoever asks for anything else than a page. */
  outages(): readonly ListFault[] {
    return this.#faults.filter(({ fault }) => OUTAGES.includes(fault.kind)).map(({ fault }) => fault);
  }

  /** The faults that the page meets that is asked for now. */
  enter(): readonly ListFault[] {
    return this.#faults.flatMap((entry) => {
      entry.asked += 1;
      const { fault } = entry;
      const first = fault.from ?? 1;
      const times = fault.times ?? (isLasting(fault) ? Number.POSITIVE_INFINITY : 1);
      return entry.asked >= first && entry.asked < first + times ? [fault] : [];
    });
  }
}

/** Whether it stays until it is healed: a source that is away, or one that lies about its whole. */
function isLasting({ kind }: ListFault): boolean {
  return OUTAGES.includes(kind) || kind === 'shuffleTies' || kind === 'wrongTotal' || kind === 'empty';
}
