import { Link } from 'wouter';
import { Badge } from '../../design/badge.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaAllowanceDocument, type WargaAllowanceQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { OwnPart, SurerLogin, useIsSure } from '../own-part.tsx';
import { AllowanceLines } from './allowance-lines.tsx';
import { texts } from './texts.ts';

type Tpp = NonNullable<NonNullable<WargaAllowanceQuery['me']>['tpp']>;

/** The allowance of a month: how it came about, and what was paid. */
export function Allowance({ month }: { readonly month: string }) {
  const t = useTexts(texts);
  const isSure = useIsSure();
  const answer = useGraph(WargaAllowanceDocument, { month }, { pause: !isSure });
  const empty = (
    <div className="empty">
      <p>{t.tppNone}</p>
      <Link href="/akun">{t.linkNip}</Link>
    </div>
  );
  return (
    <section className="stack">
      <h2>{t.tpp}</h2>
      {isSure ? (
        <OwnPart answer={answer} path="me.tpp" pick={({ me }) => me?.tpp} empty={empty} lines={8}>
          {(tpp) => <Computed tpp={tpp} />}
        </OwnPart>
      ) : (
        <SurerLogin />
      )}
    </section>
  );
}

function Computed({ tpp }: { readonly tpp: Tpp }) {
  const t = useTexts(texts);
  const { rupiah } = useFormat();
  const { amount, paid, discrepancy, ceiling, lines, missing, rule, isConfirmed } = tpp;
  const figures = [
    [t.computed, amount],
    [t.paid, paid],
    [t.difference, discrepancy],
    [t.ceiling, ceiling],
  ] as const;
  return (
    <div className="card stack">
      <p>
        <Badge tone={isConfirmed ? 'good' : 'plain'}>{isConfirmed ? t.confirmed : t.proposal}</Badge>
      </p>
      <dl className="fees">
        {figures.map(([term, figure]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={term === t.difference && figure ? 'late' : undefined}>
              {figure === null ? t.notYet : rupiah(figure)}
            </dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <div className="notice" data-tone="warn">
          <b>{t.missing}</b>
          <ul className="bullets">
            {missing.map(({ input, detail }) => (
              <li key={`${input} ${detail}`}>{detail}</li>
            ))}
          </ul>
        </div>
      )}
      {lines.length > 0 && <AllowanceLines lines={lines} />}
      {rule && (
        <p className="small soft">
          {t.ruleOf(rule.name)}. {rule.isDefault && t.isDefault}
        </p>
      )}
    </div>
  );
}
