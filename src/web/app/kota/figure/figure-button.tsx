import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { useOpenBasis } from '../basis/basis-context.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { type Bases, type Figures, getMeasure, type ShownMetric, writeFigure } from '../measures/measures.ts';
import { texts } from '../texts.ts';

interface FigureButtonProps {
  readonly metric: ShownMetric;
  readonly of: Figures & Bases;
  readonly className?: string;
}

/** A large figure that opens where it comes from; a dash where nothing is known. */
export function FigureButton({ metric, of, className = 'figure' }: FigureButtonProps) {
  const t = useTexts(texts);
  const names = useTexts(measureTexts);
  const format = useFormat();
  const open = useOpenBasis();
  const measure = getMeasure(metric);
  const value = measure.read(of);
  const figure = value === null ? '—' : writeFigure(measure, value, format);
  const title = of.opd ? `${names[metric]}, ${of.name}` : names[metric];
  return (
    <button
      type="button"
      className={className}
      aria-label={`${value === null ? t.unknown : figure}. ${t.openBasis(title)}`}
      onClick={() => open({ metric, code: of.opd?.code, title, figure: value === null ? t.unknown : figure })}
    >
      {figure}
    </button>
  );
}
