import { type ReactNode, useCallback, useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Part } from '../../design/part.tsx';
import { Sheet } from '../../design/sheet.tsx';
import { useFormat } from '../../format/format.ts';
import { KotaBasisDocument, type KotaBasisWholeFragment, KotaOpdBasisDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { BasisContext, type OpenedFigure } from './basis-context.ts';
import { basisTexts } from './basis-texts.ts';
import { writeMoment } from './oldest.ts';

/** Lets every figure inside open where it comes from, as of a day. */
export function BasisProvider({ day, children }: { readonly day: string; readonly children: ReactNode }) {
  const [opened, setOpened] = useState<OpenedFigure>();
  const close = useCallback(() => setOpened(undefined), []);
  return (
    <BasisContext.Provider value={setOpened}>
      {children}
      {opened && (
        <Sheet title={opened.title} onClose={close}>
          <p className="opened-figure">{opened.figure}</p>
          {opened.code === undefined ? (
            <CityBasis day={day} of={opened} />
          ) : (
            <OpdBasis day={day} code={opened.code} of={opened} />
          )}
        </Sheet>
      )}
    </BasisContext.Provider>
  );
}

function CityBasis({ day, of: { metric } }: { readonly day: string; readonly of: OpenedFigure }) {
  const answer = useGraph(KotaBasisDocument, { on: day, of: metric });
  return (
    <Part answer={answer} path="city" pick={({ city }) => city.totals.basis} lines={5}>
      {(basis) => <Basis basis={basis} />}
    </Part>
  );
}

function OpdBasis({
  day,
  code,
  of: { metric },
}: {
  readonly day: string;
  readonly code: string;
  readonly of: OpenedFigure;
}) {
  const t = useTexts(basisTexts);
  const answer = useGraph(KotaOpdBasisDocument, { on: day, code, of: metric });
  return (
    <Part answer={answer} path="city" pick={({ city }) => city.opds[0]?.basis} empty={<p>{t.gone}</p>} lines={5}>
      {(basis) => <Basis basis={basis} />}
    </Part>
  );
}

function Basis({ basis }: { readonly basis: KotaBasisWholeFragment }) {
  const t = useTexts(basisTexts);
  const format = useFormat();
  const { systems, asOf, rule, version, isDefault, count, missing } = basis;
  return (
    <div className="stack">
      {missing.length > 0 ? (
        <div className="notice" data-tone="warn">
          <b>{t.missing}</b>
          <ul lang="id">
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{count > 0 ? <Badge tone="good">{t.complete}</Badge> : t.nothing}</p>
      )}
      <dl className="facts">
        <dt>{t.rule}</dt>
        <dd lang="id">{rule}</dd>
        <dt>{t.from}</dt>
        <dd>{systems.length === 0 ? t.noSystem : systems.map((one) => (one === 'hub' ? t.hub : one)).join(', ')}</dd>
        <dt>{t.asOf}</dt>
        <dd>{asOf ? writeMoment(asOf, format, t.atClock) : systems.includes('hub') ? t.hub : t.unknownAge}</dd>
        <dt>{t.count}</dt>
        <dd>{format.number(count)}</dd>
        {version && (
          <>
            <dt>{t.version}</dt>
            <dd>
              <code>{version}</code>
            </dd>
          </>
        )}
      </dl>
      {isDefault && (
        <div className="notice">
          <p>
            <Badge tone="warn">{t.assumed}</Badge> {t.isDefault}
          </p>
        </div>
      )}
    </div>
  );
}
