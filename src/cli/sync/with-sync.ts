import { HubError } from '../../base/hub-error.ts';
import type { SyncControl } from '../../ports/sync-control.ts';

/** What controls the streams, and what ends it. */
export interface OpenedSync {
  readonly control: SyncControl;
  close(): Promise<void>;
}

/** Opens the control of the streams: of the hub that runs here, or of its database. */
export type OpenSync = () => Promise<OpenedSync>;

/** Does something with the streams and closes what that opened. */
export async function withSync<Result>(
  open: OpenSync,
  use: (control: SyncControl) => Promise<Result>,
): Promise<Result> {
  const { control, close } = await open();
  try {
    return await use(control);
  } finally {
    await close();
  }
}

/** Stands here until the control is wired to the hub's database. */
export const openNoSync: OpenSync = async () => {
  throw new HubError('CONFIG_INVALID', 'This hub has no streams of records yet');
};
