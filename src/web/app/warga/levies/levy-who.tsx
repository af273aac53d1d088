import type { LevyReportKind } from '../../generated/graphql.ts';
import { loginAddress } from '../../graph/session.ts';
import { useTexts } from '../../language/texts.ts';
import { useWhoIsIn } from '../../shell/session-context.ts';
import { texts } from './texts.ts';

const KINDS = ['ANONYMOUS', 'SECRET', 'OPEN'] as const;

interface LevyWhoProps {
  readonly kind: LevyReportKind;
  readonly onChoose: (kind: LevyReportKind) => void;
}

/** Chooses who may know who reports; without a log-in nobody can. */
export function LevyWho({ kind, onChoose }: LevyWhoProps) {
  const t = useTexts(texts);
  const isKnown = useWhoIsIn().status === 'open';
  return (
    <fieldset className="stack stack--tight">
      <legend>
        <b>{t.who}</b>
      </legend>
      {KINDS.map((one) => {
        const isShut = one !== 'ANONYMOUS' && !isKnown;
        return (
          <label key={one} className="choice">
            <input type="radio" name="kind" checked={kind === one} disabled={isShut} onChange={() => onChoose(one)} />
            <span>
              <b>{t[one]}</b>
              {isShut && (
                <>
                  {' '}
                  (<a href={loginAddress('warga')}>{t.needsLogin}</a>)
                </>
              )}
              <br />
              <span className="small soft">{t[`${one}Text`]}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
