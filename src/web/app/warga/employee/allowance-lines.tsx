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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section className="scroller" aria-label={t.lines} tabIndex={0}>
      <table className="bill-table">
        <thead>
          <tr>
            <th scope="col">{t.step}</th>
            <th scope="col" className="number">
              {t.amount}
            </th>
            <th scope="col" className="number">
              {t.percent}
            </th>
            <th scope="col" className="number">
              {t.base}
            </th>
            <th scope="col">{t.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ rule, base, percent, amount, evidence }) => (
            <tr key={`${rule} ${evidence}`}>
              <th scope="row">{rule}</th>
              <td className="number">{rupiah(amount)}</td>
              <td className="number">{number(percent, 2)} %</td>
              <td className="number">{rupiah(base)}</td>
              <td className="small">{evidence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
