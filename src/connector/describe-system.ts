import type { ConnectorFileView } from '../ports/connector-files.ts';
import type { System } from './compile/compile-system.ts';

/** Shows a system's connector file and what it lets the hub do. */
export function describeSystem(system: System): ConnectorFileView {
  const { name, describe, file, sources, streams, operations, writes } = system;
  return {
    system: name,
    describe,
    file: file.name,
    text: file.text,
    sources: [...sources.values()].map(({ name: source, protocol, limits }) => ({
      name: source,
      protocol: protocol.name,
      timeoutMs: limits.timeoutMs,
      concurrency: limits.concurrency,
      perMinute: limits.perMinute,
      perDay: limits.perDay,
      reserve: limits.reserve,
    })),
    streams: streams.map(({ id }) => id),
    operations: [
      ...[...operations.values()].map((one) => ({ ...asOperation(one), isWrite: false, record: one.record.typeName })),
      ...[...writes.values()].map((one) => ({ ...asOperation(one), isWrite: true, record: undefined })),
    ],
  };
}

function asOperation({ name, parameters }: { readonly name: string; readonly parameters: ReadonlySet<string> }) {
  return { name, parameters: [...parameters] };
}
