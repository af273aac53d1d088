import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { SourceLine } from '../../../design/source-line.tsx';
import type { SourceMode } from '../../../generated/graphql.ts';
import type { GraphAnswer } from '../../../graph/use-graph.ts';
import { useTexts } from '../../../language/texts.ts';
import { OwnPart, SurerLogin } from '../../own-part.tsx';
import { texts as door } from '../../texts.ts';
import { texts } from '../texts.ts';

interface CardProps<Result, One> {
  readonly title: string;
  /** The agency whose system answers. */
  readonly from: string;
  readonly answer: GraphAnswer<Result>;
  readonly path: string;
  readonly pick: (data: Result) => readonly One[] | null | undefined;
  readonly sourceOf?: (one: One) => { readonly mode: SourceMode; readonly asOf: string } | null;
  readonly empty: string;
  /** What the number is called that must be linked first; where it is given, none is. */
  readonly unlinked?: string | undefined;
  /** It was not asked, because the log-in is not sure enough. */
  readonly isTooLow?: boolean;
  /** Where more of it is. */
  readonly more?: ReactNode;
  readonly children: (records: readonly One[]) => ReactNode;
}

/** One agency's part of the first screen, in all of its states. */
export function AgencyCard<Result, One>(props: CardProps<Result, One>) {
  const { title, from, more } = props;
  return (
    <section className="card stack agency" aria-label={title}>
      <div>
        <h3>{title}</h3>
        <p className="small soft">{from}</p>
      </div>
      <CardBody {...props} />
      {more && <p className="agency__more">{more}</p>}
    </section>
  );
}

function CardBody<Result, One>(props: CardProps<Result, One>) {
  const { answer, path, pick, sourceOf, empty, unlinked, isTooLow = false, children } = props;
  if (unlinked) return <Unlinked number={unlinked} />;
  if (isTooLow) return <SurerLogin />;
  return (
    <OwnPart answer={answer} path={path} pick={pick} empty={<p className="soft">{empty}</p>}>
      {(records) => {
        const source = records[0] && sourceOf?.(records[0]);
        return (
          <>
            {records.length === 0 ? <p className="soft">{empty}</p> : children(records)}
            {source && (
              <p>
                <SourceLine source={source} />
              </p>
            )}
          </>
        );
      }}
    </OwnPart>
  );
}

function Unlinked({ number }: { readonly number: string }) {
  const t = useTexts(texts);
  const d = useTexts(door);
  return (
    <div className="stack stack--tight">
      <p className="soft">{t.notLinked(number)}</p>
      <p>
        <Link href="/akun">{d.linkFirst}</Link>
      </p>
    </div>
  );
}

interface LineProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly state?: ReactNode;
}

/** One record of a card. */
export function Line({ title, detail, state }: LineProps) {
  return (
    <li className="line">
      <div>
        <div>{title}</div>
        {detail && <div className="small soft">{detail}</div>}
      </div>
      {state && <div className="line__state">{state}</div>}
    </li>
  );
}
