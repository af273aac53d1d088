import type { StreamStatus, SyncControl } from '../../ports/sync-control.ts';

/** How a run that was waited for came out. */
export type RunEnd =
  | { readonly end: 'succeeded'; readonly status: StreamStatus }
  | { readonly end: 'failed'; readonly status: StreamStatus }
  /** Nobody has begun it in a while: no hub works, or the system's jobs before it take long. */
  | { readonly end: 'notBegun'; readonly status: StreamStatus };

export interface WaitOptions {
  readonly now: () => number;
  /** Waits between two looks. */
  readonly pause: () => Promise<void>;
  readonly onLook: (status: StreamStatus) => void;
}

/** How long a run may wait for its turn. */
export const BEGIN_MS = 60_000;

/** Looks at a stream until the run after `before` has ended. */
export async function waitForRun(control: SyncControl, before: StreamStatus, options: WaitOptions): Promise<RunEnd> {
  const begunMs = options.now();
  let hasRun = false;
  for (;;) {
    const status = (await control.listStreams()).find(({ stream }) => stream === before.stream) ?? before;
    options.onLook(status);
    hasRun ||= status.state === 'running';
    const hasEnded = status.lastEndedAtMs !== before.lastEndedAtMs && status.state !== 'running';
    if (hasEnded) return { end: status.lastSuccessAtMs === status.lastEndedAtMs ? 'succeeded' : 'failed', status };
    if (!hasRun && options.now() - begunMs > BEGIN_MS) return { end: 'notBegun', status };
    await options.pause();
  }
}
