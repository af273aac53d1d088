import { Link, useSearch } from 'wouter';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { writeFigure } from '../measures/measures.ts';
import { shortName } from '../measures/short-name.ts';
import type { OpdRow } from '../table/opd-rows.ts';
import { texts } from '../texts.ts';
import { listChanges, type OpdChange } from './changes.ts';

interface ChangeListProps {
  readonly rows: readonly OpdRow[];
  readonly before: string;
  /** So many of each kind. */
  readonly most: number;
}

/** Which figures of which OPDs got worse, and which better, since the day that the board is compared with. */
export function ChangeList({ rows, before, most }: ChangeListProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const [worse, better] = [listChanges(rows, 'worse'), listChanges(rows, 'better')];
  return (
    <section className="stack" aria-labelledby="perubahan">
      <h2 id="perubahan" className="figures__title">
        {t.changes(format.date(before))}
      </h2>
      {worse.length + better.length === 0 && <p className="empty">{t.noChanges}</p>}
      <div className="stack">
        {worse.length > 0 && <Changes title={t.gotWorse} direction="worse" changes={worse.slice(0, most)} />}
        {better.length > 0 && <Changes title={t.gotBetter} direction="better" changes={better.slice(0, most)} />}
      </div>
    </section>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly direction: 'worse' | 'better';
  readonly changes: readonly OpdChange[];
}

function Changes({ title, direction, changes }: ChangesProps) {
  const names = useTexts(measureTexts);
  const format = useFormat();
  const search = useSearch();
  return (
    <div>
      <h3>{title}</h3>
      <ul className="changes">
        {changes.map(({ row, measure, now, change }) => (
          <li key={`${row.code} ${measure.metric}`}>
            <span>
              <Link href={`/opd/${row.code}${search === '' ? '' : `?${search}`}`}>{shortName(row.name, row.code)}</Link>
              <br />
              <span className="small soft">{names[measure.metric]}</span>
            </span>
            <span className="change number" data-direction={direction}>
              {writeFigure(measure, change.before, format)} → <b>{writeFigure(measure, now, format)}</b>{' '}
              <span aria-hidden="true">{change.isUp ? '▲' : '▼'}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
