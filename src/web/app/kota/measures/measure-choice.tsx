import { useTexts } from '../../language/texts.ts';
import type { AddressChange, BoardAddress } from '../address/board-address.ts';
import { chartsTexts } from '../history/charts-texts.ts';
import { measureTexts } from './measure-texts.ts';
import { MEASURES } from './measures.ts';

interface MeasureChoiceProps {
  readonly measure: BoardAddress['measure'];
  readonly change: (change: AddressChange) => void;
}

/** Chooses the figure of the charts; it stands in the address. */
export function MeasureChoice({ measure, change }: MeasureChoiceProps) {
  const t = useTexts(chartsTexts);
  const names = useTexts(measureTexts);
  return (
    <label className="tools__field no-print">
      <span>{t.measure}</span>
      <select className="input" value={measure.slug} onChange={({ target: { value } }) => change({ ukuran: value })}>
        {MEASURES.map(({ metric, slug }) => (
          <option key={slug} value={slug}>
            {names[metric]}
          </option>
        ))}
      </select>
    </label>
  );
}
