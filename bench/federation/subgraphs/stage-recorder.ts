/** A call that a router made to a subgraph. */
export interface RecordedCall {
  readonly path: string;
  readonly body: string;
}

// Calls of one stage leave the router within the same turn or two of its event loop.
const QUIET_MS = 100;

/**
 * Finds out which calls of a query a router makes at the same time: holds every answer back until no further call comes,
 * and then lets all of them go at once.
 */
export class StageRecorder {
  readonly stages: RecordedCall[][] = [];
  #held: { readonly call: RecordedCall; readonly release: () => void }[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** Resolves when the call's stage is complete. */
  hold(call: RecordedCall): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#releaseAll(), QUIET_MS);
    return new Promise((release) => this.#held.push({ call, release }));
  }

  #releaseAll(): void {
    const held = this.#held;
    this.#held = [];
    this.stages.push(held.map(({ call }) => call));
    for (const { release } of held) release();
  }
}
