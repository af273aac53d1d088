import { Link } from 'wouter';
import { Part } from '../../design/part.tsx';
import { useFormat } from '../../format/format.ts';
import {
  WargaBerandaDocument,
  type WargaBerandaQuery,
  WargaTaxBillsDocument,
  WargaWaterDocument,
} from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { ApplicationList } from '../application-list.tsx';
import { addDays, today } from '../day.ts';
import { SubmissionCard } from '../sending/submission-card.tsx';
import { Attention } from './attention.tsx';
import { AgencyCards } from './cards/agency-cards.tsx';
import { texts } from './texts.ts';

type Me = NonNullable<WargaBerandaQuery['me']>;

/** What somebody sees first: one request for all that the hub knows itself, then each OPD's own part as it comes. */
export function Overview({ name }: { readonly name: string | null }) {
  const t = useTexts(texts);
  const first = useGraph(WargaBerandaDocument);
  const kinds = first.data?.me?.links?.map(({ kind }) => kind);
  // Without a network one notice is enough: nobody else is asked then.
  const isReached = first.data !== undefined || !first.problems.some(({ code }) => code === 'NETWORK');
  const isLinked = (kind: string): boolean => !first.isWaiting && isReached && (kinds?.includes(kind) ?? true);
  const tax = useGraph(WargaTaxBillsDocument, undefined, { pause: !isLinked('nop') });
  const water = useGraph(WargaWaterDocument, undefined, { pause: !isLinked('no-langganan') });
  const isChecking = (isLinked('nop') && tax.isWaiting) || (isLinked('no-langganan') && water.isWaiting);
  return (
    <View title={name ? t.welcome(name) : t.welcomeAll} name="Warga" lead={t.lead}>
      <Actions />
      {isReached && (
        <Attention
          isWaiting={first.isWaiting}
          isChecking={isChecking}
          applications={first.data?.me?.applications ?? []}
          submissions={first.data?.me?.submissions?.entries ?? []}
          taxBills={tax.data?.me?.taxBills ?? []}
          waterBills={water.data?.me?.waterConnections?.flatMap(({ bills }) => bills ?? []) ?? []}
        />
      )}
      <Part answer={first} path="me" pick={({ me }) => me} lines={10}>
        {(me) => <Own me={me} holidays={new Set(first.data?.workingCalendar.holidays.map(({ on }) => on))} />}
      </Part>
      {isReached && <AgencyCards isReady={!first.isWaiting} isLinked={isLinked} tax={tax} water={water} />}
    </View>
  );
}

function Actions() {
  const t = useTexts(texts);
  const actions = [
    ['/layanan', t.apply],
    ['/pengaduan/baru', t.complain],
    ['/klinik/daftar', t.book],
    ['/tagihan', t.pay],
    ['/pungli', t.levy],
  ] as const;
  return (
    <nav aria-label={t.actions}>
      <ul className="actions">
        {actions.map(([path, label]) => (
          <li key={path}>
            <Link href={path} className="button">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const ON_HOME = 4;

function Own({ me, holidays }: { readonly me: Me; readonly holidays: ReadonlySet<string> }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const applications = me.applications ?? [];
  const underWay = (me.submissions?.entries ?? []).filter(({ state }) => state !== 'DELIVERED').slice(0, ON_HOME);
  return (
    <>
      {underWay.length > 0 && (
        <section className="stack">
          <h2>{t.submissions}</h2>
          <div className="columns">
            {underWay.map((one) => (
              <SubmissionCard key={one.id} handedIn={one} />
            ))}
          </div>
        </section>
      )}
      <section className="stack">
        <div className="row row--spread">
          <h2>{t.applications}</h2>
          {applications.length > ON_HOME && (
            <Link href="/permohonan">{t.allApplications(number(applications.length))}</Link>
          )}
        </div>
        {applications.length === 0 ? (
          <p className="empty">{t.noApplications}</p>
        ) : (
          <ApplicationList applications={applications.slice(0, ON_HOME)} holidays={holidays} />
        )}
      </section>
      <Looks entries={me.accessLog?.entries ?? []} />
    </>
  );
}

function Looks({ entries }: { readonly entries: NonNullable<Me['accessLog']>['entries'] }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const since = addDays(today(), -30);
  const others = entries.filter(({ on }) => on >= since);
  const refused = others.filter(({ shown }) => !shown).length;
  const seen = others.length - refused;
  return (
    <section className="notice">
      <h2 className="notice__title">{t.looks}</h2>
      <p>
        {seen === 0 ? t.looksNone : t.looksSome(number(seen))} {refused > 0 && t.looksRefused(number(refused))}
      </p>
      <p>
        <Link href="/akun/akses">{t.looksLink}</Link>
      </p>
    </section>
  );
}
