import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { FigureTile } from '../figure/figure-tile.tsx';
import type { ShownMetric } from '../measures/measures.ts';
import { texts } from '../texts.ts';
import type { BoardHeadProps } from './board-head.tsx';
import { SystemsTile } from './systems-tile.tsx';

const TILES = [
  ...(['OVERDUE_APPLICATIONS', 'OVERDUE_COMPLAINTS', 'OVERCHARGED', 'LEVY_REPORTS'] as const),
  ...(['IKM', 'SAKIP_SCORE', 'REPORTING_RATE'] as const),
] satisfies readonly ShownMetric[];

/** Eight large figures, each with the way it went. */
export function BoardTiles({ totals, before, opds, beforeDay }: Omit<BoardHeadProps, 'page'>) {
  const t = useTexts(texts);
  const format = useFormat();
  return (
    <section className="figures" aria-labelledby="angka">
      <h2 id="angka" className="figures__title">
        {t.figures(format.date(beforeDay))}
      </h2>
      {TILES.map((metric) => (
        <FigureTile key={metric} metric={metric} now={totals} before={before} />
      ))}
      <SystemsTile totals={totals} opds={opds} />
    </section>
  );
}
