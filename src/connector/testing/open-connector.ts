import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import { OWNER } from '../../base/owner.ts';
import { type Handle, type Loopback, startLoopback } from '../../outbound/testing/loopback.ts';
import type { Proof } from '../../ports/link-proof.ts';
import type { LinkReader } from '../../ports/link-reader.ts';
import type { OpdCodes } from '../../ports/opd-codes.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import { type CompiledSubmission, loadConnectors, RequestSession } from '../index.ts';
import type { ResolverContext } from '../run/resolver.ts';
import { someOpds } from './converter-scope.ts';

const SHARED_SDL = `
scalar NIK @tag(name: "personal")
scalar Date
scalar DateTime
scalar Rupiah
enum SourceMode { LIVE COPY }
type Source { opd: String! system: String! mode: SourceMode! asOf: DateTime! }
`;

export const SITI = '1571991007900001';
export const BUDI = '1571991107900002';

export interface ConnectorSetup {
  readonly sdl: string;
  /** The connector file; its address is `${URL}`. */
  readonly yaml: string;
  /** How the fake legacy system behaves. */
  readonly handle: Handle;
  readonly links?: LinkReader;
  readonly opds?: OpdCodes;
  readonly outbox?: Outbox;
  /** Milliseconds since the epoch at which the hub's clock stands. */
  readonly nowMs?: number;
}

export interface OpenConnector {
  readonly system: Loopback;
  /** The hub's clock, which the test moves. */
  readonly clock: { nowMs: number };
  /** Resolves `Type.field` for a parent, in a request of its own or in the given one. */
  ask(
    coordinate: string,
    parent: object | undefined,
    args?: Record<string, unknown>,
    session?: RequestSession,
  ): Promise<unknown>;
  readonly proofs: readonly Proof[];
  readonly submissions: readonly CompiledSubmission[];
  /** Hands something in by a field of Mutation. */
  submit(field: string, args: Record<string, unknown>, caller: ResolverContext['caller']): Promise<unknown>;
  /** Sends to the legacy system by one of the file's writes. */
  write(operation: string, args: CallArguments): Promise<unknown>;
  close(): Promise<void>;
}

/** Loads a connector from text against a fake legacy system. */
export async function openConnector(setup: ConnectorSetup): Promise<OpenConnector> {
  const { sdl, yaml, handle, nowMs = Date.UTC(2026, 10, 24, 1, 15) } = setup;
  const clock = { nowMs, now: () => clock.nowMs };
  const system = await startLoopback(handle);
  const root = mkdtempSync(join(tmpdir(), 'connector-'));
  mkdirSync(join(root, 'dinas'));
  writeFileSync(join(root, 'dinas', 'schema.graphql'), sdl);
  writeFileSync(join(root, 'dinas', 'izin.yaml'), yaml);
  try {
    const links = setup.links ?? { listLinksOf: async (niks) => niks.map(() => []) };
    const opds = setup.opds ?? someOpds;
    const { outbox } = setup;
    const common = { links, opds, clock, ...(outbox && { outbox }) };
    const options = { root, sharedSdl: SHARED_SDL, settings: { URL: system.url }, ...common };
    const [connector] = loadConnectors(['dinas'], options);
    return {
      system,
      clock,
      proofs: connector?.proofs ?? [],
      submissions: connector?.systems[0]?.submissions ?? [],
      submit: async (field, args, caller) =>
        connector?.resolvers.Mutation?.[field]?.({}, args, {
          session: new RequestSession(),
          ...(caller && { caller }),
        }),
      ask: async (coordinate, parent, args = {}, session = new RequestSession()) => {
        const [type = '', field = ''] = coordinate.split('.');
        const resolve = connector?.resolvers[type]?.[field];
        if (!resolve) throw new Error(`nothing answers ${coordinate}`);
        return resolve(parent as Record<string, unknown>, args, { session });
      },
      write: async (operation, args) => {
        const write = connector?.systems[0]?.writes.get(operation);
        if (!write) throw new Error(`there is no write ${operation}`);
        return write.send(args);
      },
      close: async () => {
        await connector?.close();
        await system.stop();
      },
    };
  } catch (error) {
    await system.stop();
    throw error;
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** A citizen as a subgraph hands it to resolvers. */
export function citizen(nik: string): object {
  return { nik, [OWNER]: nik };
}

/** The error that a promise ends with. */
export function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => new HubError('INTERNAL', 'it did not fail'),
    (error: unknown) => error,
  );
}
