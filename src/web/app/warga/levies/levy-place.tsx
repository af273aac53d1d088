import { useState } from 'react';
import { Field } from '../../design/field.tsx';
import { Part } from '../../design/part.tsx';
import { WargaLevyChoicesDocument, type WargaLevyChoicesQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { texts } from './texts.ts';

interface LevyPlaceProps {
  readonly opd: string;
  readonly service: string;
}

/** Chooses the OPD and one of its services. */
export function LevyPlace(given: LevyPlaceProps) {
  const answer = useGraph(WargaLevyChoicesDocument);
  return (
    <Part answer={answer} path="opds" pick={({ opds }) => opds} lines={4}>
      {(opds) => <Choices opds={opds} {...given} />}
    </Part>
  );
}

function Choices({ opds, opd, service }: LevyPlaceProps & { readonly opds: WargaLevyChoicesQuery['opds'] }) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState(opd);
  const services = opds.find(({ code }) => code === chosen)?.services ?? [];
  return (
    <>
      <Field label={t.opd}>
        <select name="opd" required value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="" disabled>
            {t.choose}
          </option>
          {opds.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t.service}>
        <select key={chosen} name="service" defaultValue={service}>
          <option value="">{t.noService}</option>
          {services.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}
