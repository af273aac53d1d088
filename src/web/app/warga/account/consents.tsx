import { Badge } from '../../design/badge.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { useFormat } from '../../format/format.ts';
import {
  WargaConsentsDocument,
  type WargaConsentsQuery,
  WargaWithdrawConsentDocument,
} from '../../generated/graphql.ts';
import { useGraph, useSend } from '../../graph/use-graph.ts';
import { useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { OwnPart } from '../own-part.tsx';
import { useOneAtATime } from '../sending/use-sending.ts';
import { sayPurpose } from './data-words.ts';
import { texts } from './texts.ts';

type Consent = NonNullable<NonNullable<WargaConsentsQuery['me']>['consents']>[number];

/** Every consent that the citizen ever gave, and the way to end those in force. */
export function Consents() {
  const t = useTexts(texts);
  const answer = useGraph(WargaConsentsDocument);
  return (
    <OwnPart answer={answer} path="me.consents" pick={({ me }) => me?.consents} lines={5}>
      {(consents) =>
        consents.length === 0 ? (
          <p className="empty">{t.consentsNone}</p>
        ) : (
          <ul className="records card">
            {consents.map((one) => (
              <ConsentRow key={one.id} consent={one} onChanged={answer.refresh} />
            ))}
          </ul>
        )
      }
    </OwnPart>
  );
}

function ConsentRow({ consent, onChanged }: { readonly consent: Consent; readonly onChanged: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { date } = useFormat();
  const { app, scopes, purpose, givenOn, until, withdrawnOn, inForce } = consent;
  const may = scopes.map((scope) => {
    const [, opd] = scope.split('.');
    return opd ? t.recordsOf(opd.toUpperCase()) : t.allRecords;
  });
  return (
    <li className="record">
      <div className="stack stack--tight">
        <b>{app}</b>
        <span>
          {t.mayRead}: {may.join(', ')}
        </span>
        <span>
          {t.purposeOf}: {sayPurpose(purpose, language)}
        </span>
        <span className="small soft">
          {withdrawnOn ? t.withdrawnOn(date(withdrawnOn)) : t.given(date(givenOn), date(until))}
        </span>
      </div>
      <div className="record__state">
        <Badge tone={inForce ? 'good' : 'plain'}>{inForce ? t.inForce : t.ended}</Badge>
        {inForce && <Withdraw consent={consent} onChanged={onChanged} />}
      </div>
    </li>
  );
}

function Withdraw({ consent: { id, app }, onChanged }: { readonly consent: Consent; readonly onChanged: () => void }) {
  const t = useTexts(texts);
  const withdraw = useSend(WargaWithdrawConsentDocument);
  const { isSending, problems, send } = useOneAtATime(async (given: { readonly id: string }) => {
    const sent = await withdraw(given);
    if (sent.problems.length === 0) onChanged();
    return sent;
  });
  return (
    <>
      <button
        type="button"
        className="button button--small"
        aria-label={t.withdrawOf(app)}
        disabled={isSending}
        onClick={() => void send({ id })}
      >
        {t.withdraw}
      </button>
      {problems.map((problem) => (
        <ProblemNotice key={problem.code} problem={problem} />
      ))}
    </>
  );
}
