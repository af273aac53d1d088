import { HubError } from '../../base/hub-error.ts';

/** Why a run did not succeed, as the OPD's staff reads it. */
export class RunFailure extends HubError {
  readonly reason: string;
  readonly state: 'failing' | 'paused' | 'needsAttention';

  constructor(message: string, reason: string, state: RunFailure['state'] = 'failing') {
    // Only what passes by itself is worth another attempt.
    super('OPD_BAD_ANSWER', message, { retryable: state === 'failing' });
    this.name = 'RunFailure';
    this.reason = reason;
    this.state = state;
  }
}

const REASONS: Readonly<Partial<Record<HubError['code'], string>>> = {
  OPD_UNAVAILABLE: 'Sistem tidak menjawab.',
  OPD_QUOTA: 'Kuota sistem hari ini habis.',
  OPD_BAD_ANSWER: 'Jawaban sistem tidak sesuai dengan berkas konektor.',
  CONFIG_INVALID: 'Pengaturan sistem ini tidak benar.',
};

/** The reason that stands beside a stream which fails; holds nothing of what the system or the database said. */
export function describeFailure(error: unknown): string {
  if (error instanceof RunFailure) return error.reason;
  const known = error instanceof HubError ? REASONS[error.code] : undefined;
  return known ?? 'Kesalahan di hub; lihat lognya.';
}
