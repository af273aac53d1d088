import { useState } from 'react';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { Sheet } from '../../design/sheet.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaLinksDocument, type WargaLinksQuery, WargaUnlinkAccountDocument } from '../../generated/graphql.ts';
import { useGraph, useSend } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { OnlySure, OwnPart } from '../own-part.tsx';
import { useOneAtATime } from '../sending/use-sending.ts';
import { LinkForm } from './link-form.tsx';
import { texts } from './texts.ts';

type AccountLink = NonNullable<NonNullable<WargaLinksQuery['me']>['links']>[number];

/** The numbers by which agencies know the citizen, and a form for another. */
export function Links() {
  const t = useTexts(texts);
  const answer = useGraph(WargaLinksDocument);
  return (
    <>
      <OwnPart answer={answer} path="me.links" pick={({ me }) => me?.links} lines={5}>
        {(links) =>
          links.length === 0 ? (
            <p className="empty">{t.linksNone}</p>
          ) : (
            <ul className="records card">
              {links.map((one) => (
                <LinkRow key={one.id} link={one} onGone={answer.refresh} />
              ))}
            </ul>
          )
        }
      </OwnPart>
      {answer.data && (
        <OnlySure>
          <LinkForm kinds={answer.data.linkKinds} onLinked={answer.refresh} />
        </OnlySure>
      )}
    </>
  );
}

function LinkRow({ link, onGone }: { readonly link: AccountLink; readonly onGone: () => void }) {
  const t = useTexts(texts);
  const { shortDate } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { label, maskedValue, opd, linkedOn, how } = link;
  return (
    <li className="record">
      <div className="stack stack--tight">
        <b>{label}</b>
        <span className="receipt-number">{maskedValue}</span>
        <span className="small soft">
          {[opd?.name, t.linkedOn(shortDate(linkedOn), t[how])].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className="record__state">
        <button
          type="button"
          className="button button--small"
          aria-label={t.unlinkOf(label)}
          onClick={() => setAsking(true)}
        >
          {t.unlink}
        </button>
      </div>
      {isAsking && <Unlink link={link} onGone={onGone} onClose={() => setAsking(false)} />}
    </li>
  );
}

interface UnlinkProps {
  readonly link: AccountLink;
  readonly onGone: () => void;
  readonly onClose: () => void;
}

function Unlink({ link, onGone, onClose }: UnlinkProps) {
  const t = useTexts(texts);
  const unlink = useSend(WargaUnlinkAccountDocument);
  const { isSending, problems, send } = useOneAtATime(async ({ id }: { readonly id: string }) => {
    const sent = await unlink({ id });
    if (sent.problems.length === 0) {
      onClose();
      onGone();
    }
    return sent;
  });
  return (
    <Sheet title={link.label} onClose={onClose}>
      <p>{t.unlinkSure}</p>
      {problems.map((problem) => (
        <ProblemNotice key={problem.code} problem={problem} />
      ))}
      <p className="row">
        <button
          type="button"
          className="button button--main"
          disabled={isSending}
          onClick={() => void send({ id: link.id })}
        >
          {t.yesUnlink}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t.cancel}
        </button>
      </p>
    </Sheet>
  );
}
