import { Badge } from '../../design/badge.tsx';
import { useFormat } from '../../format/format.ts';
import type { WargaAccessLogQuery } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { sayFields, sayPurpose } from './data-words.ts';
import { texts } from './texts.ts';

export type LoggedAccess = NonNullable<NonNullable<WargaAccessLogQuery['me']>['accessLog']>['entries'][number];

/**
 * A citizen who was refused is not known to be the one whose data it is: either may have typed that NIK, or logged in in a
 * way that was not sure enough.
 */
function nameOf({ who, basis, shown }: LoggedAccess, t: (typeof texts)['id']): string {
  if (who === 'OFFICER') return t.OFFICER_WHO;
  if (who === 'CITIZEN' && !shown) return t.someCitizen;
  return who === 'CITIZEN' && basis === 'CONSENT' ? t.byConsent : t[who];
}

/** One look at the citizen's data, or an attempt: who, when, at what, what for and by which right. */
export function AccessEntry({ entry }: { readonly entry: LoggedAccess }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { moment } = useFormat();
  const { on, whoOpd, app, opd, fields, purpose, basis, shown, case: caseId } = entry;
  const name = nameOf(entry, t);
  const facts = [
    [shown ? t.saw : t.attempted, `${sayFields(fields, language).join(', ')} (${opd?.name ?? t.hubItself})`],
    [t.why, sayPurpose(purpose, language)],
    [t.right, basis && t[basis]],
    [t.caseOf, caseId],
  ] as const;
  return (
    <li className="record" data-shown={shown}>
      <div className="stack stack--tight">
        <b>
          {name} {whoOpd && t.of(whoOpd.name)}
        </b>
        <dl className="facts">
          {facts.map(
            ([term, fact]) =>
              fact && (
                <div key={term} className="facts__row">
                  <dt>{term}</dt>
                  <dd>{fact}</dd>
                </div>
              ),
          )}
        </dl>
      </div>
      <div className="record__state">
        <time dateTime={on}>{moment(on)}</time>
        {!shown && <Badge tone="bad">{t.attempt}</Badge>}
        {app && <span className="small soft">{t.through(app)}</span>}
      </div>
    </li>
  );
}
