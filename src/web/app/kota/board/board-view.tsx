import { type ReactNode, useMemo } from 'react';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { Waiting } from '../../design/waiting.tsx';
import { useFormat } from '../../format/format.ts';
import { KotaBoardDocument, type KotaBoardQuery, KotaTrendsDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { ViewTitle } from '../../shell/view-title.tsx';
import { type AddressChange, type BoardAddress, useBoardAddress, yearUntil } from '../address/board-address.ts';
import { BoardPickers } from '../address/board-pickers.tsx';
import { BasisProvider } from '../basis/basis-sheet.tsx';
import { BoardCharts } from '../history/board-charts.tsx';
import { listRows } from '../table/opd-rows.ts';
import { OpdTable } from '../table/opd-table.tsx';
import { texts } from '../texts.ts';
import { BoardBody } from '../view/board-body.tsx';
import { ExportButtons } from '../view/export-buttons.tsx';
import { ViewTools } from '../view/view-tools.tsx';
import { AlertList } from './alert-list.tsx';
import { BoardHead } from './board-head.tsx';
import { BoardTiles } from './board-tiles.tsx';
import { ChangeList } from './change-list.tsx';
import { useFirst } from './use-first.ts';

/** The board: the top line, the large figures, alerts, OPD by OPD, charts. Its first screen is one request. */
export function BoardView() {
  const [address, change] = useBoardAddress();
  return (
    <Board
      address={address}
      change={change}
      tools={
        <>
          <BoardPickers address={address} change={change} hasMonths />
          <ExportButtons day={address.day} />
        </>
      }
    />
  );
}

interface BoardProps {
  readonly address: BoardAddress;
  readonly change: (change: AddressChange, isStep?: boolean) => void;
  /** What stands beside the date. */
  readonly tools: ReactNode;
  /** How many changes of each kind are told. */
  readonly mostChanges?: number;
}

/** The city on a day, compared with another. */
export function Board({ address, change, tools, mostChanges = 4 }: BoardProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const { day, before, measure } = address;
  const span = yearUntil(day);
  // The figure of the first request stays; for another one only the trends are asked.
  const metric = useFirst(measure.metric, day);
  const answer = useGraph(KotaBoardDocument, { on: day, before, metric, ...span });
  const isOther = metric !== measure.metric;
  const others = useGraph(KotaTrendsDocument, { on: day, metric: measure.metric, ...span }, { pause: !isOther });
  const { data } = answer;
  // Nothing is better than another figure's history under this one's name.
  const trends = isOther ? (others.isAsking ? undefined : others.data?.city) : data?.city;
  const title = `${t.title}, ${format.date(day)}`;
  return (
    <BasisProvider day={day}>
      <div className="board-top">
        <p className="kicker">{t.asOfDay(format.date(day))}</p>
        <ViewTools>{tools}</ViewTools>
      </div>
      {!data && answer.problems.length === 0 && (
        <>
          <ViewTitle page={title}>{t.title}</ViewTitle>
          <Waiting lines={8} />
        </>
      )}
      {answer.problems.map((problem) => (
        <ProblemNotice key={problem.path} problem={problem} onRetry={answer.refresh} />
      ))}
      {data && (
        <BoardBody isOther={data.city.on !== day || data.before.on !== before}>
          <Shown {...{ data, address, change, trends, title, mostChanges }} />
        </BoardBody>
      )}
    </BasisProvider>
  );
}

type ShownProps = Omit<Required<BoardProps>, 'tools'> & {
  readonly data: KotaBoardQuery;
  readonly trends: Pick<KotaBoardQuery['city'], 'cityTrend' | 'opdTrends'> | undefined;
  readonly title: string;
};

function Shown({ data, address, change, trends, title, mostChanges }: ShownProps) {
  const rows = useMemo(() => listRows(data, trends?.opdTrends ?? []), [data, trends]);
  const { totals, opds, alerts } = data.city;
  return (
    <>
      <BoardHead totals={totals} before={data.before.totals} opds={opds} beforeDay={address.before} page={title} />
      <div className="first-screen">
        <div className="stack stack--loose">
          <BoardTiles totals={totals} before={data.before.totals} opds={opds} beforeDay={address.before} />
          <ChangeList rows={rows} before={address.before} most={mostChanges} />
        </div>
        <AlertList alerts={alerts} />
      </div>
      <OpdTable rows={rows} address={address} change={change} />
      <BoardCharts address={address} change={change} rows={rows} city={trends?.cityTrend} />
    </>
  );
}
