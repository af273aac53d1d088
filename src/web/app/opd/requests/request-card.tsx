import { Badge } from '../../design/badge.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { useFormat } from '../../format/format.ts';
import type { OpdDataRequestsQuery } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { AnswerForm } from './answer-form.tsx';
import { texts } from './texts.ts';
import { useTakenRequest } from './use-taken-request.ts';

type OpenRequest = OpdDataRequestsQuery['openDataRequests'][number];

interface RequestCardProps {
  readonly request: OpenRequest;
  readonly mayTake: boolean;
  readonly onAnswered: () => void;
}

/** A request with its time; whose it is and what it says only while the officer has it open. */
export function RequestCard({ request, mayTake, onAnswered }: RequestCardProps) {
  const t = useTexts(texts);
  const { id } = request;
  const { taken, problem, isBusy, take, leave } = useTakenRequest(id);
  return (
    <li className="card stack">
      <RequestHead request={request} />
      {!taken && (
        <div className="stack stack--tight">
          <p className="small soft">{t.takeLead}</p>
          <div className="row">
            <button type="button" className="button" disabled={isBusy || !mayTake} onClick={() => void take()}>
              {t.take}
            </button>
          </div>
        </div>
      )}
      {taken && (
        <>
          <dl className="facts">
            <dt>{t.nik}</dt>
            <dd>{taken.nik}</dd>
            <dt>{t.words}</dt>
            <dd>{taken.what}</dd>
          </dl>
          <AnswerForm id={id} onAnswered={onAnswered} />
          <div className="row">
            <button type="button" className="button" onClick={leave}>
              {t.leave}
            </button>
          </div>
        </>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </li>
  );
}

function RequestHead({ request: { kind, askedOn, dueOn, overdue } }: Pick<RequestCardProps, 'request'>) {
  const t = useTexts(texts);
  const format = useFormat();
  const seconds = Math.abs(Date.parse(dueOn) - Date.now()) / 1000;
  const [duration, moment] = [format.duration(seconds), format.moment(dueOn)];
  return (
    <div className="stack stack--tight">
      <div className="row row--spread">
        <h2 className="entry-title">{t[kind]}</h2>
        <Badge tone={overdue ? 'bad' : 'warn'}>{overdue ? t.late : t.waiting}</Badge>
      </div>
      <p>
        <b>{overdue ? t.lateBy(duration, moment) : t.dueIn(duration, moment)}</b>{' '}
        <span className="small soft">{t.askedOn(format.moment(askedOn))}</span>
      </p>
    </div>
  );
}
