import { useCallback, useState } from 'react';
import { Sheet } from '../../design/sheet.tsx';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { basisTexts } from '../basis/basis-texts.ts';
import { BASES, findOldest, OWN, writeAge, writeMoment } from '../basis/oldest.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import type { Bases, Figures } from '../measures/measures.ts';
import { texts } from '../texts.ts';
import { headlineTexts } from './headline-texts.ts';

interface SystemsProps {
  readonly totals: Figures & Bases;
  readonly opds: readonly Figures[];
}

/** How many systems do not answer now, and how old the oldest data is; opens which and how old. */
export function SystemsTile({ totals, opds }: SystemsProps) {
  const t = useTexts(texts);
  const ages = useTexts(headlineTexts);
  const names = useTexts(measureTexts);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const { answering, asked } = totals.health;
  const oldest = findOldest(totals);
  return (
    <section className="tile" data-direction={answering < asked ? 'worse' : undefined}>
      <h3 className="tile__name">{t.systems}</h3>
      <p>
        <button
          type="button"
          className="figure"
          aria-label={`${asked === 0 ? t.unknown : format.number(asked - answering)}. ${t.systemsSheet}`}
          onClick={() => setOpen(true)}
        >
          {asked === 0 ? '—' : format.number(asked - answering)}
        </button>
      </p>
      <p className="small soft">{asked === 0 ? t.noneAsked : t.ofSystems(format.number(asked))}</p>
      {oldest && <p className="small soft">{t.oldest(names[oldest.kind], writeAge(oldest.asOf, format, ages))}</p>}
      {isOpen && (
        <Sheet title={t.systemsSheet} onClose={close}>
          <SystemsList totals={totals} opds={opds} />
        </Sheet>
      )}
    </section>
  );
}

function SystemsList({ totals, opds }: SystemsProps) {
  const t = useTexts(texts);
  const names = useTexts(measureTexts);
  const format = useFormat();
  const basis = useTexts(basisTexts);
  const writeAgeOf = (kind: keyof Bases, { asOf, missing }: Bases[keyof Bases]): string => {
    if (asOf) return writeMoment(asOf, format, basis.atClock);
    if (OWN.has(kind)) return t.ownRegister;
    return missing.length > 0 ? t.neverRead : basis.unknownAge;
  };
  const down = opds.filter(({ health }) => health.answering < health.asked);
  return (
    <div className="stack">
      {down.length === 0 && <p>{t.allAnswer}.</p>}
      {down.length > 0 && (
        <ul className="stack stack--tight">
          {down.map(({ name, health: { answering, asked } }) => (
            <li key={name}>
              <b>{name}</b>: {t.notAnswering(format.number(asked - answering), format.number(asked))}
            </li>
          ))}
        </ul>
      )}
      <h3>{t.ages}</h3>
      <dl className="facts">
        {BASES.map((kind) => [
          <dt key={kind}>{names[kind]}</dt>,
          <dd key={`${kind} age`}>{writeAgeOf(kind, totals[kind])}</dd>,
        ])}
      </dl>
    </div>
  );
}
