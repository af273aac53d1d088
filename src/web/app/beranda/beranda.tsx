import { useTexts } from '../language/texts.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { texts as shellTexts } from '../shell/texts.ts';
import './beranda.css';
import { LiveCounts } from './live-counts.tsx';
import { texts } from './texts.ts';

const DOORS = ['warga', 'kota', 'opd', 'pengembang'] as const;

/** The landing page: in one screen what the hub is, with what it holds this moment. */
export function Beranda() {
  const t = useTexts(texts);
  const doors = useTexts(shellTexts);
  return (
    <AppShell door="beranda" isPublic>
      <div className="opening">
        <div className="stack">
          <h1>{t.headline}</h1>
          <p className="lead soft">{t.lead}</p>
        </div>
        <LiveCounts />
      </div>
      <section className="stack">
        <h2>{t.doorsTitle}</h2>
        <ul className="door-cards">
          {DOORS.map((door) => (
            <li key={door} className="card door-card" data-door={door}>
              <h3>
                <a href={`/${door}`}>{doors[door]}</a>
              </h3>
              <p className="soft">{t[door]}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t.promiseTitle}</h2>
        <ul className="tiles">
          {([1, 2, 3] as const).map((number) => (
            <li key={number} className="stack stack--tight promise">
              <h3>{t[`promise${number}`]}</h3>
              <p className="soft">{t[`promise${number}Text`]}</p>
            </li>
          ))}
        </ul>
      </section>
    </AppShell>
  );
}
