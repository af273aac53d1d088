import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { Badge } from '../../design/badge.tsx';
import { Field } from '../../design/field.tsx';
import { Part } from '../../design/part.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaServicesDocument, type WargaServicesQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { texts as door } from '../texts.ts';
import { findPermitCode } from './find-permit-code.ts';
import { texts } from './texts.ts';

type Services = WargaServicesQuery['services'];

/** Finds services by words, mistakes included; the words stand in the address, so that back leads to what was found. */
export function ServiceSearch() {
  const t = useTexts(texts);
  const d = useTexts(door);
  const [query, setQuery] = useSearchParams();
  const words = query.get('cari') ?? '';
  const [typed, setTyped] = useState(words);
  const search = (event: FormEvent) => {
    event.preventDefault();
    setQuery(typed.trim() ? { cari: typed.trim() } : {});
  };
  return (
    <View title={t.title} name={t.title} lead={t.lead}>
      <search>
        <form className="search" onSubmit={search}>
          <Field label={t.search} hint={t.searchHint}>
            <input type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
          </Field>
          <button type="submit" className="button button--main">
            {d.searchAgain}
          </button>
        </form>
      </search>
      <Found words={words} />
    </View>
  );
}

function Found({ words }: { readonly words: string }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  // Before anything is searched for, what can be applied for here is the most useful.
  const answer = useGraph(WargaServicesDocument, { words: words || null, opd: words ? null : 'dpmptsp' });
  return (
    <Part
      answer={answer}
      path="services"
      pick={({ services }) => (words ? services : appliedForFirst(services))}
      lines={8}
    >
      {(services) =>
        services.length === 0 ? (
          <p className="empty">{t.nothing}</p>
        ) : (
          <section className="stack stack--tight" aria-label={t.found(number(services.length))}>
            <p className="soft" role="status">
              {t.found(number(services.length))}
            </p>
            <ul className="records card">
              {services.map((service) => (
                <Row key={service.code} service={service} />
              ))}
            </ul>
          </section>
        )
      }
    </Part>
  );
}

function appliedForFirst(services: Services): Services {
  const isHere = (service: Services[number]) => (findPermitCode(service) ? 0 : 1);
  return services.toSorted((a, b) => isHere(a) - isHere(b));
}

function Row({ service }: { readonly service: Services[number] }) {
  const t = useTexts(texts);
  const d = useTexts(door);
  const { rupiah, number } = useFormat();
  const { code, name, about, opd, standard } = service;
  const fee = standard?.officialFee ?? null;
  const days = standard?.days ?? null;
  return (
    <li className="record">
      <div className="stack stack--tight">
        <Link href={`/layanan/${code}`} className="record__title">
          {name}
        </Link>
        <span>{about}</span>
        <span className="small soft">{opd.name}</span>
      </div>
      <div className="record__state">
        <span>
          <b>{fee === 0 ? d.free : fee === null ? t.feeUnknown : rupiah(fee)}</b>
          {' · '}
          {days === null ? t.daysUnknown : t.days(number(days))}
        </span>
        {findPermitCode(service) && <Badge tone="good">{t.online}</Badge>}
        {standard?.digital.isFullyDigital && <Badge>{t.fullyDigital}</Badge>}
      </div>
    </li>
  );
}
