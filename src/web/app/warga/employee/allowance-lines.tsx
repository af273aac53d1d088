import { useFormat } from '../../format/format.ts';
import type { WargaAllowanceQuery } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { texts } from './texts.ts';

type Line = NonNullable<NonNullable<WargaAllowanceQuery['me']>['tpp']>['lines'][number];

/** Step by step: so many percent of what, and on what that rests. */
export function AllowanceLines({ lines }: { readonly lines: readonly Line[] }) {
  const t = useTexts(texts);
  const { rupiah, number } = useFormat();
  return (
    <ol className="records" aria-label={t.lines}>
      {lines.map(({ rule, base, percent, amount, evidence }) => (
        <li key={`${rule} ${evidence}`} className="record record--bill">
          <b>{rule}</b>
          <b className="number">{rupiah(amount)}</b>
          <span className="small soft">{evidence}</span>
          <span className="small soft number record__aside">
            {number(percent, 2)} % × {rupiah(base)}
          </span>
        </li>
      ))}
    </ol>
  );
}
