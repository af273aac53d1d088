import { useState } from 'react';
import { Link } from 'wouter';
import { Badge } from '../../design/badge.tsx';
import { useFormat } from '../../format/format.ts';
import type { KotaBoardQuery } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { shortName } from '../measures/short-name.ts';
import { texts } from '../texts.ts';

export type Alert = KotaBoardQuery['city']['alerts'][number];

/** So many are read at one look. */
const FIRST = 5;

/** What somebody should look at, the most serious first, each with the way to its OPD. */
export function AlertList({
  alerts,
  isLinked = true,
}: {
  readonly alerts: readonly Alert[];
  readonly isLinked?: boolean;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const [isAll, setAll] = useState(false);
  return (
    <section className="alerts stack" aria-labelledby="peringatan">
      <h2 id="peringatan">{t.alerts}</h2>
      {alerts.length === 0 && <p className="empty">{t.noAlerts}</p>}
      <ol className="alerts__list">
        {alerts.map((alert, index) => (
          <li
            key={`${alert.metric} ${alert.severity} ${alert.message}`}
            data-severity={alert.severity}
            data-more={(!isAll && index >= FIRST) || undefined}
          >
            <Message alert={alert} isLinked={isLinked} />
          </li>
        ))}
      </ol>
      {alerts.length > FIRST && (
        <p className="no-print">
          <button type="button" className="button button--small" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? t.fewerAlerts : t.moreAlerts(format.number(alerts.length - FIRST))}
          </button>
        </p>
      )}
      {alerts.length > 0 && <p className="small soft">{t.thresholds}</p>}
    </section>
  );
}

function Message({
  alert: { severity, opd, message },
  isLinked,
}: {
  readonly alert: Alert;
  readonly isLinked: boolean;
}) {
  const t = useTexts(texts);
  // The OPD stands above the message already.
  const rest = opd && message.startsWith(`${opd.name}: `) ? message.slice(opd.name.length + 2) : message;
  return (
    <>
      <p className="row">
        <Badge tone={severity === 'SERIOUS' ? 'bad' : 'warn'}>{t[severity]}</Badge>
        {opd && isLinked && (
          <Link href={`/opd/${opd.code}${location.search}`} title={opd.name}>
            {shortName(opd.name, opd.code)}
          </Link>
        )}
      </p>
      <p lang="id">{rest.charAt(0).toUpperCase() + rest.slice(1)}</p>
    </>
  );
}
