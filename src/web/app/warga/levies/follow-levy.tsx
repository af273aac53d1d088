import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { Field } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaLevyReportDocument, type WargaLevyReportQuery } from '../../generated/graphql.ts';
import { type Sent, useAsk } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { texts } from './texts.ts';

/** Follows a report by its receipt, which is typed and stands in no address. */
export function FollowLevy() {
  const t = useTexts(texts);
  const ask = useAsk(WargaLevyReportDocument);
  const [isAsking, setAsking] = useState(false);
  const [found, setFound] = useState<Sent<WargaLevyReportQuery>>();
  const look = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const receipt = String(new FormData(event.currentTarget).get('receipt'));
    setAsking(true);
    setFound(await ask({ receipt }));
    setAsking(false);
  };
  return (
    <View title={t.followTitle} name={t.followTitle} lead={t.followLead}>
      <form className="search" autoComplete="off" onSubmit={(event) => void look(event)}>
        <Field label={t.receipt} hint={t.receiptHint}>
          <input name="receipt" required minLength={20} maxLength={40} autoCapitalize="characters" spellCheck={false} />
        </Field>
        <button type="submit" className="button button--main" disabled={isAsking}>
          {isAsking ? t.asking : t.follow}
        </button>
      </form>
      <div aria-live="polite">{found && <Found found={found} />}</div>
      <p>
        <Link href="/pungli">{t.back}</Link>
      </p>
    </View>
  );
}

function Found({ found }: { readonly found: Sent<WargaLevyReportQuery> }) {
  const t = useTexts(texts);
  const { date } = useFormat();
  const [problem] = found.problems;
  if (problem) return <ProblemNotice problem={problem} />;
  const report = found.data?.levyReport;
  if (!report) return <p className="notice">{t.notFound}</p>;
  return (
    <section className="card stack reading">
      <h2>{report.service?.name ?? report.opd.name}</h2>
      <p className="soft">{report.opd.name}</p>
      <ol className="timeline">
        {report.steps.map(({ state, on }, index) => (
          <li key={`${state} ${on}`} aria-current={index === report.steps.length - 1 ? 'step' : undefined}>
            <b>{t[state]}</b>
            <div className="small soft">{date(on)}</div>
          </li>
        ))}
      </ol>
      {report.answer ? (
        <blockquote className="notice" data-tone="good">
          <b>{t.answer}</b>
          <p>{report.answer}</p>
        </blockquote>
      ) : (
        <p className="soft">{t.noAnswer}</p>
      )}
    </section>
  );
}
