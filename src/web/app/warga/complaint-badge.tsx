import { Badge, type Tone } from '../design/badge.tsx';
import type { ComplaintStatus } from '../generated/graphql.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

const TONES: Readonly<Partial<Record<ComplaintStatus, Tone>>> = { RESOLVED: 'good', REJECTED: 'bad' };

/** How far a complaint has come, in one word. */
export function ComplaintBadge({ status }: { readonly status: ComplaintStatus }) {
  const t = useTexts(texts);
  return <Badge tone={TONES[status] ?? 'plain'}>{t[status]}</Badge>;
}
