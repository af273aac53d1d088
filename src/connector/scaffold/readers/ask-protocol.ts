import { HubError } from '../../../base/hub-error.ts';
import { CallFailure } from '../../../outbound/index.ts';
import { protocols } from '../../../protocols/index.ts';
import { type Protocol, type Source, SpecMistake } from '../../../protocols/protocol.ts';
import type { SourceKind } from '../source-sketch.ts';

const LIMITS = { timeoutMs: 15_000, concurrency: 1 };

/** An open system, asked as the hub will ask it later. */
export interface OpenProtocol {
  /** @throws HubError BAD_USER_INPUT with the system's reason, which holds nothing of the address or an answer. */
  ask(spec: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

/** Opens a source by the protocol of that name. @throws HubError BAD_USER_INPUT */
export function openProtocol(kind: SourceKind, spec: Readonly<Record<string, unknown>>): OpenProtocol {
  const protocol = protocols.find(({ name }) => name === kind) as Protocol;
  const source = attempt(() => protocol.open(spec, LIMITS));
  return {
    ask: (operation) => askSource(source, operation),
    close: () => source.close(),
  };
}

async function askSource(source: Source, spec: Readonly<Record<string, unknown>>): Promise<unknown> {
  const call = attempt(() => source.prepare({ name: 'sample', spec, isRead: true }));
  try {
    return await call({});
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    throw new HubError('BAD_USER_INPUT', `The source cannot be read: ${error.message}`, {
      fix: 'Check the address, the account and its rights, or the file.',
      cause: error,
    });
  }
}

function attempt<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SpecMistake)) throw error;
    throw new HubError('BAD_USER_INPUT', `The source ${error.message}`, { fix: `${error.suggestion}.` });
  }
}
