import { useFormat } from '../../format/format.ts';
import type { KotaCellsFragment } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { drillTexts } from '../drill-texts.ts';

interface OpdPeopleProps {
  readonly bySex: KotaCellsFragment;
  readonly byAge: KotaCellsFragment;
  readonly year: string;
}

/** Who applied, as counts of groups; what is hidden is said to be. */
export function OpdPeople({ bySex, byAge, year }: OpdPeopleProps) {
  const t = useTexts(drillTexts);
  const isEmpty = bySex.cells.length + byAge.cells.length === 0;
  return (
    <section className="card stack" aria-labelledby="warga">
      <h2 id="warga">{t.people}</h2>
      <p className="small soft">{t.peopleOf(year)}</p>
      {isEmpty && <p className="soft">{t.noPeople}</p>}
      {bySex.cells.length > 0 && <Groups title={t.bySex} cells={bySex.cells} />}
      {byAge.cells.length > 0 && <Groups title={t.byAge} cells={byAge.cells} />}
    </section>
  );
}

function Groups({ title, cells }: { readonly title: string; readonly cells: KotaCellsFragment['cells'] }) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  return (
    <table className="plain">
      <caption className="plain__caption">{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t.group}</th>
          <th scope="col">{t.count}</th>
        </tr>
      </thead>
      <tbody>
        {[...cells].sort(unknownLast).map(({ key, count }) => (
          <tr key={key}>
            <th scope="row">{key === '?' ? t.unknownKey : key === 'L' || key === 'P' ? t[key] : key}</th>
            <td className="number">
              {count === null ? <span className="small soft">{t.hidden}</span> : format.number(count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function unknownLast(one: { readonly key: string }, other: { readonly key: string }): number {
  return Number(one.key === '?') - Number(other.key === '?');
}
