import { Badge, type Tone } from '../../design/badge.tsx';
import { useFormat } from '../../format/format.ts';
import type { WargaSubmissionStateFragment as Submission, SubmissionState } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { texts } from './texts.ts';
import { useSubmission } from './use-submission.ts';

const TONES: Readonly<Record<SubmissionState, Tone>> = {
  ACCEPTED: 'plain',
  DELIVERING: 'plain',
  DELIVERED: 'good',
  REJECTED: 'bad',
  NEEDS_ATTENTION: 'warn',
};

const SENTENCES = {
  ACCEPTED: 'acceptedText',
  DELIVERING: 'deliveringText',
  DELIVERED: 'deliveredText',
  REJECTED: 'rejectedText',
  NEEDS_ATTENTION: 'attentionText',
} as const;

/** What was handed in and where it is now, followed while it is under way. */
export function SubmissionCard({ handedIn }: { readonly handedIn: Submission }) {
  const t = useTexts(texts);
  const { submission, isSettled, look } = useSubmission(handedIn);
  const { kind, opd, state, receipt, reason } = submission;
  const name = Object.hasOwn(t, kind) ? t[kind as 'fileComplaint'] : kind;
  return (
    <section className="card stack" aria-label={name} data-state={state}>
      <div className="row row--spread">
        <h3>{name}</h3>
        <span aria-live="polite">
          <Badge tone={TONES[state]}>{t[state]}</Badge>
        </span>
      </div>
      <p>{t[SENTENCES[state]](opd?.name ?? t.theOpd)}</p>
      {receipt && (
        <p>
          {t.receipt}: <b className="receipt-number">{receipt}</b>
        </p>
      )}
      {reason && (
        <p>
          {t.reason}: {reason}
        </p>
      )}
      <Steps submission={submission} />
      {(!isSettled || state === 'NEEDS_ATTENTION') && (
        <p>
          <button type="button" className="button button--small" onClick={() => void look()}>
            {t.checkNow}
          </button>
        </p>
      )}
    </section>
  );
}

function Steps({ submission: { timeline } }: { readonly submission: Submission }) {
  const t = useTexts(texts);
  const { moment } = useFormat();
  return (
    <ol className="timeline timeline--short">
      {timeline.map(({ state, on }, index) => (
        <li key={`${state} ${on}`} aria-current={index === timeline.length - 1 ? 'step' : undefined}>
          {t[state]} <span className="small soft">{moment(on)}</span>
        </li>
      ))}
    </ol>
  );
}
