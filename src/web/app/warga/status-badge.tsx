import { Badge, type Tone } from '../design/badge.tsx';
import type { ApplicationStatus, LicenceStatus, PermitStatus } from '../generated/graphql.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

type Status = ApplicationStatus | PermitStatus | LicenceStatus;

const TONES: Readonly<Partial<Record<Status, Tone>>> = { DONE: 'good', ISSUED: 'good', REJECTED: 'bad' };

/** How far an application has come, in one word. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const t = useTexts(texts);
  return <Badge tone={TONES[status] ?? 'plain'}>{t[status]}</Badge>;
}

/** Whether nothing is to be waited for any more. */
export function isOver(status: Status): boolean {
  return ['DONE', 'ISSUED', 'REJECTED', 'CANCELLED'].includes(status);
}
