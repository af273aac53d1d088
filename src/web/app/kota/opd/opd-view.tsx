import { Link } from 'wouter';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { Waiting } from '../../design/waiting.tsx';
import { useFormat } from '../../format/format.ts';
import { KotaOpdDocument, type KotaOpdQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { ViewTitle } from '../../shell/view-title.tsx';
import { type AddressChange, type BoardAddress, useBoardAddress, yearUntil } from '../address/board-address.ts';
import { BoardPickers } from '../address/board-pickers.tsx';
import { BasisProvider } from '../basis/basis-sheet.tsx';
import { AlertList } from '../board/alert-list.tsx';
import { writeHeadline, writeWorse } from '../board/headline.ts';
import { headlineTexts } from '../board/headline-texts.ts';
import { drillTexts } from '../drill-texts.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { texts } from '../texts.ts';
import { BoardBody } from '../view/board-body.tsx';
import { ExportButtons } from '../view/export-buttons.tsx';
import { ViewTools } from '../view/view-tools.tsx';
import { OpdMeasures } from './opd-measures.tsx';
import { OpdPeople } from './opd-people.tsx';
import { OpdSakip } from './opd-sakip.tsx';
import { OpdServices } from './opd-services.tsx';
import { OpdSurvey } from './opd-survey.tsx';
import { OpdSystems } from './opd-systems.tsx';
import { OpdTrend } from './opd-trend.tsx';

interface OpdViewProps {
  readonly code: string;
  /** An officer's own, who sees no other and has no board to go back to. */
  readonly isOwn?: boolean;
}

/** All that the board tells of one OPD. */
export function OpdView({ code, isOwn = false }: OpdViewProps) {
  const t = useTexts(texts);
  const drill = useTexts(drillTexts);
  const format = useFormat();
  const [address, change] = useBoardAddress();
  const { day, before } = address;
  const year = Number(day.slice(0, 4));
  const span = { ...yearUntil(day), january: `${year}-01`, december: `${year}-12` };
  const answer = useGraph(KotaOpdDocument, { on: day, before, code, year, ...span });
  const { data, problems } = answer;
  return (
    <BasisProvider day={day}>
      <div className="board-top">
        <p className="kicker">
          {isOwn ? (
            <span>{drill.own} · </span>
          ) : (
            <span className="no-print">
              <Link href={`/${location.search}`}>← {drill.toBoard}</Link> ·{' '}
            </span>
          )}
          {t.asOfDay(format.date(day))}
        </p>
        <ViewTools>
          <BoardPickers address={address} change={change} />
          <ExportButtons day={day} />
        </ViewTools>
      </div>
      {!data && problems.length === 0 && (
        <>
          <ViewTitle page={code.toUpperCase()}>{code.toUpperCase()}</ViewTitle>
          <Waiting lines={8} />
        </>
      )}
      {problems.map((problem) => (
        <ProblemNotice key={problem.path} problem={problem} onRetry={answer.refresh} />
      ))}
      {data && (
        <BoardBody isOther={data.city.on !== day || data.before.on !== before}>
          <Shown data={data} address={address} change={change} code={code} />
        </BoardBody>
      )}
    </BasisProvider>
  );
}

interface ShownProps {
  readonly data: KotaOpdQuery;
  readonly address: BoardAddress;
  readonly change: (change: AddressChange) => void;
  readonly code: string;
}

function Shown({ data, address, change, code }: ShownProps) {
  const t = useTexts(drillTexts);
  const [now] = data.city.opds;
  if (!now || !data.opd) {
    return (
      <div className="empty">
        <ViewTitle page={code}>{t.noOpd}</ViewTitle>
        <p>{t.noOpdHelp}</p>
      </div>
    );
  }
  const alerts = data.city.alerts.filter(({ opd }) => opd?.code === code);
  return (
    <>
      <OpdHead now={now} before={data.before.opds[0]} beforeDay={address.before} />
      <div className="first-screen first-screen--opd">
        <OpdMeasures now={now} before={data.before.opds[0]} beforeDay={address.before} trends={data.city} />
        <AlertList alerts={alerts} isLinked={false} />
      </div>
      <OpdTrend now={now} trends={data.city} measure={address.measure} change={change} />
      <OpdServices services={data.opd.services} trends={data.city} />
      <div className="columns">
        <OpdSurvey survey={data.opd.survey} />
        <OpdSakip code={code} trend={data.opd.sakipTrend} />
        <OpdPeople bySex={data.city.bySex} byAge={data.city.byAge} year={address.day.slice(0, 4)} />
        <OpdSystems code={code} health={now.health} />
      </div>
    </>
  );
}

interface OpdHeadProps {
  readonly now: KotaOpdQuery['city']['opds'][number];
  readonly before: KotaOpdQuery['before']['opds'][number] | undefined;
  readonly beforeDay: string;
}

function OpdHead({ now, before, beforeDay }: OpdHeadProps) {
  const t = useTexts(headlineTexts);
  const names = useTexts(measureTexts);
  const format = useFormat();
  return (
    <div className="stack stack--tight headline">
      <ViewTitle page={now.name}>{now.name}</ViewTitle>
      <p className="standfirst">
        {writeHeadline({ totals: now, opds: [], format, t })}.{' '}
        {writeWorse({ now, before, day: beforeDay, names, format, t })}
      </p>
    </div>
  );
}
