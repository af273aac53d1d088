import { type Masking, maskAnswer } from './mask.ts';

type SampleRecord = Readonly<Record<string, unknown>>;

/** A record with its content masked; why a value does not convert is written for people, holds none of it, and stays. */
export function maskRecord(record: SampleRecord, masking: Masking = 'codes'): SampleRecord {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, maskField(value, masking)]));
}

/** Why values of a record did not convert, those of its inner objects too. */
export function listUnreadable(record: SampleRecord): string[] {
  return Object.values(record).flatMap((value) => {
    if (isError(value)) return [value.error];
    return isRecord(value) ? listUnreadable(value) : [];
  });
}

function maskField(value: unknown, masking: Masking): unknown {
  if (isError(value)) return value;
  return isRecord(value) ? maskRecord(value, masking) : maskAnswer(value, masking);
}

function isError(value: unknown): value is { readonly error: string } {
  return isRecord(value) && Object.keys(value).length === 1 && typeof value.error === 'string';
}

function isRecord(value: unknown): value is SampleRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
