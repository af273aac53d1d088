import { useFormat } from '../format/format.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from '../shell/texts.ts';
import { Badge } from './badge.tsx';

interface SourceLineProps {
  readonly source: { readonly mode: 'LIVE' | 'COPY'; readonly asOf: string; readonly system?: string | null };
}

/** Says of when a record is: live, or the hub's copy, because its OPD does not answer. */
export function SourceLine({ source }: SourceLineProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const moment = format.moment(source.asOf);
  if (source.mode === 'LIVE') return <span className="small soft">{t.live(moment)}</span>;
  return <Badge tone="warn">{t.copyAsOf(moment)}</Badge>;
}
