import { afterEach } from 'vitest';
import { type Handle, type Loopback, startLoopback } from '../../../outbound/testing/loopback.ts';
import type { Call, OperationSpec } from '../../protocol.ts';
import { rest } from '../index.ts';

/** One operation of a fake system. */
export interface OpenOperation {
  readonly call: Call;
  readonly system: Loopback;
  /** The paths that it was asked for, in order. */
  paths(): readonly string[];
}

export interface OperationSetup {
  readonly handle: Handle;
  readonly operation: Readonly<Record<string, unknown>>;
  /** Keys of the source, beside its address. */
  readonly source?: Readonly<Record<string, unknown>>;
  /** The path of the source's address. */
  readonly prefix?: string;
  readonly judge?: OperationSpec['judge'];
}

const undo: (() => Promise<void>)[] = [];

/** Opens an operation; it is closed after the test. */
export async function openOperation(setup: OperationSetup): Promise<OpenOperation> {
  const { handle, operation, source = {}, prefix = '', judge } = setup;
  const system = await startLoopback(handle);
  const opened = rest.open({ rest: system.url + prefix, ...source }, { timeoutMs: 5000, concurrency: 4 });
  undo.push(system.stop, () => opened.close());
  const call = opened.prepare({ name: 'ask', spec: operation, isRead: true, ...(judge && { judge }) });
  return { call, system, paths: () => system.requests.map(({ path }) => path) };
}

/** Closes what a test has opened; called once in each test file. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });
}

/** The error that a call ends with. */
export function failureOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => new Error('it did not fail'),
    (error: unknown) => error,
  );
}
