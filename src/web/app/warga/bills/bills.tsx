import { Part } from '../../design/part.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaWaterOutagesDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { OwnGate } from '../own-gate.tsx';
import { TaxBills } from './tax-bills.tsx';
import { texts } from './texts.ts';
import { WaterBills } from './water-bills.tsx';

/** What is to be paid, of which year or month, and how. */
export function Bills() {
  const t = useTexts(texts);
  return (
    <OwnGate title={t.title}>
      <View title={t.title} name={t.title} lead={t.lead}>
        <TaxBills />
        <WaterBills />
        <Outages />
      </View>
    </OwnGate>
  );
}

function Outages() {
  const t = useTexts(texts);
  const { moment } = useFormat();
  const answer = useGraph(WargaWaterOutagesDocument);
  return (
    <Part answer={answer} path="waterOutages" pick={({ waterOutages }) => waterOutages} lines={2}>
      {(outages) =>
        outages.length === 0 ? null : (
          <section className="stack">
            <h2>{t.outages}</h2>
            <ul className="stack stack--tight">
              {outages.map(({ kelurahan, from, until, reason }) => (
                <li key={`${kelurahan} ${from}`} className="notice">
                  <b>{kelurahan}</b>
                  <p>{reason}</p>
                  {until && <p className="small soft">{t.until(moment(until))}</p>}
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Part>
  );
}
