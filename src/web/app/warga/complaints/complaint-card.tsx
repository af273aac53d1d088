import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { SourceLine } from '../../design/source-line.tsx';
import { useFormat } from '../../format/format.ts';
import type { WargaComplaintsQuery } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { ComplaintBadge } from '../complaint-badge.tsx';
import { ReplyForm } from './reply-form.tsx';
import { texts } from './texts.ts';

type Complaint = NonNullable<NonNullable<WargaComplaintsQuery['me']>['complaints']>[number];

/** A complaint with its answer, and while that waits for the citizen's word the way to give it. */
export function ComplaintCard({ complaint }: { readonly complaint: Complaint }) {
  const t = useTexts(texts);
  const { moment } = useFormat();
  const { id, title, status, reportedOn, opd, answer, deadlines, source } = complaint;
  return (
    <section className="card stack" aria-label={title ?? id}>
      <div className="row row--spread row--top">
        <h2 className="card__title">{title ?? id}</h2>
        {status && <ComplaintBadge status={status} />}
      </div>
      <p className="small soft">
        {[id, reportedOn && t.reportedOn(moment(reportedOn)), opd && t.handledBy(opd.name)].filter(Boolean).join(' · ')}
      </p>
      {deadlines?.isOverdue && deadlines.stage !== 'OVER' && (
        <p>
          <Badge tone="bad">{t.late}</Badge>
        </p>
      )}
      {answer && (
        <blockquote className="notice" data-tone="good">
          <b>{t.answer}</b>
          <p>{answer}</p>
        </blockquote>
      )}
      {deadlines?.stage === 'REPLY' && <Reply id={id} closesOn={deadlines.closesOn} />}
      {source && (
        <p>
          <SourceLine source={source} />
        </p>
      )}
    </section>
  );
}

function Reply({ id, closesOn }: { readonly id: string; readonly closesOn: string | null }) {
  const t = useTexts(texts);
  const { date } = useFormat();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <ReplyForm complaint={id} />;
  return (
    <div className="stack stack--tight">
      {closesOn && <p className="small">{t.closesOn(date(closesOn))}</p>}
      <p>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t.reply}
        </button>
      </p>
    </div>
  );
}
