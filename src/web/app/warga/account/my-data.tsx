import { useState } from 'react';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { WargaMyDataDocument } from '../../generated/graphql.ts';
import { useAsk } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { today } from '../day.ts';
import { useOneAtATime } from '../sending/use-sending.ts';
import { texts } from './texts.ts';

/** Gives the citizen all that the hub holds on him as a file, made from memory when he asks for it. */
export function MyData() {
  const t = useTexts(texts);
  const ask = useAsk(WargaMyDataDocument);
  const [isSaved, setSaved] = useState(false);
  const { isSending, problems, send } = useOneAtATime(async () => {
    const answer = await ask({});
    const json = answer.data?.me?.myData?.json;
    if (json) {
      saveFile(json, `data-saya-${today()}.json`);
      setSaved(true);
    }
    return answer;
  });
  return (
    <section className="card stack">
      <h2>{t.copyTitle}</h2>
      <p>{t.copyText}</p>
      {problems.map((problem) => (
        <ProblemNotice key={problem.code} problem={problem} />
      ))}
      <p className="row">
        <button type="button" className="button button--main" disabled={isSending} onClick={() => void send({})}>
          {isSending ? t.preparing : t.download}
        </button>
        <span role="status">{isSaved && t.downloaded}</span>
      </p>
    </section>
  );
}

function saveFile(json: string, name: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
