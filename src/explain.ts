import { HubError } from './base/hub-error.ts';

/** A failure as whoever typed the command needs it: what is wrong and what to do; a stack only for a fault of the hub. */
export function explain(error: unknown): string {
  if (error instanceof HubError) return error.fix ? `${error.message.replace(/\.$/, '')}. ${error.fix}` : error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
