import type { CallLimits } from '../../../outbound/index.ts';
import { type Handle, type Loopback, startLoopback } from '../../../outbound/testing/loopback.ts';
import type { CallArguments } from '../../protocol.ts';
import { soap } from '../index.ts';
import { WSDL_PATH } from './envelopes.ts';

const LIMITS: CallLimits = { timeoutMs: 5000, concurrency: 2 };

/** What one call of a fake service led to. */
export interface Asked {
  /** The answer, or the error. */
  readonly outcome: unknown;
  readonly requests: Loopback['requests'];
}

/** Asks a fake service once, by an operation of the tests' WSDL. */
export async function askService(
  handle: Handle,
  operation: Readonly<Record<string, unknown>> = {},
  args: CallArguments = { key: 'A' },
  auth?: object,
): Promise<Asked> {
  const system = await startLoopback(handle);
  const source = soap.open({ soap: `${system.url}/izin.php?app=1`, wsdl: WSDL_PATH, ...(auth && { auth }) }, LIMITS);
  try {
    const spec = { call: 'Cari', body: { key: ':key', batas: 10 }, ...operation };
    const call = source.prepare({ name: 'ask', spec, isRead: true });
    const outcome = await call(args).catch((error: unknown) => error);
    return { outcome, requests: system.requests };
  } finally {
    await source.close();
    await system.stop();
  }
}
