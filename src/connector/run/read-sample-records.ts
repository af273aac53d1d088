import { HubError } from '../../base/hub-error.ts';
import type { CompiledOperation } from '../compile/compile-operation.ts';
import type { MappedRecord } from '../compile/compile-record.ts';

/**
 * The records that a recorded answer becomes, as plain data: whoever a row names is its owner, a value that does not
 * convert is `{ "error": "…" }`, and where a record came from is left out.
 * @throws HubError OPD_… for an answer that the operation does not take.
 */
export function readSampleRecords(operation: CompiledOperation, answer: unknown): Readonly<Record<string, unknown>>[] {
  return operation.read(answer, undefined).map((record) => asSampleRecord(operation, record));
}

/** A record as plain data: a value that does not convert is `{ "error": "…" }`, and where it came from is left out. */
export function asSampleRecord(
  { record: { sourceKeys } }: CompiledOperation,
  record: MappedRecord,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(record).filter(([key]) => !sourceKeys.has(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, asData(value)]));
}

function asData(value: unknown): unknown {
  if (value instanceof HubError) return { error: value.message };
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asData(inner)]));
}
