import { createUnderWay } from '../../base/under-way.ts';
import type { FactKind } from '../../ports/city-figures.ts';
import type { FigureSource, FigureSources } from '../../ports/figure-sources.ts';
import type { Database } from '../database.ts';
import { withStoreErrors } from '../store-error.ts';

/** A stream as far as figures go. */
export interface CountedStream {
  /** `dpmptsp/perizinan/Permit`. */
  readonly id: string;
  readonly opd: string;
  readonly system: string;
  readonly factKind: FactKind | undefined;
  readonly namesOpd: boolean;
}

/** Creates the reader of what the figures are counted from, and how old that is. */
export function createFigureSources(
  { pool }: Pick<Database, 'pool'>,
  streams: readonly CountedStream[],
): FigureSources {
  const counted = streams.flatMap(({ factKind, ...stream }) => (factKind ? [{ ...stream, kind: factKind }] : []));
  // Each kind of figures asks for them at the same moment.
  const underWay = createUnderWay<readonly FigureSource[]>();
  const read = () =>
    withStoreErrors(async () => {
      const { rows } = await pool.query<{ name: string; as_of: Date | null }>({
        name: 'figure-sources',
        text: 'select name, as_of from sync_streams where name = any($1) and is_complete',
        values: [counted.map(({ id }) => id)],
      });
      const ages = new Map(rows.map(({ name, as_of }) => [name, as_of?.getTime()]));
      return counted.map(({ id, opd, system, kind, namesOpd }) => ({
        system: `${opd}/${system}`,
        kind,
        opd: namesOpd ? undefined : opd,
        asOfMs: ages.get(id),
      }));
    });
  return { list: () => underWay.join('', read) };
}
