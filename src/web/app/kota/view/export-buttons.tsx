import { useState } from 'react';
import { useTexts } from '../../language/texts.ts';
import { useSession } from '../../shell/session-context.ts';
import { PURPOSE } from '../purpose.ts';
import { texts } from '../texts.ts';

const FORMATS = ['csv', 'xlsx'] as const;

/** The table of all OPDs on a day as a file, and the page on paper. */
export function ExportButtons({ day }: { readonly day: string }) {
  const t = useTexts(texts);
  const session = useSession();
  const [state, setState] = useState<'ready' | 'fetching' | 'failed'>('ready');
  const save = async (format: string): Promise<void> => {
    setState('fetching');
    const headers = { ...session.headers(), 'hub-purpose': PURPOSE };
    const status = await fetchFile(`/export/city-status.${format}?on=${day}`, headers, `kota-jambi-${day}.${format}`);
    setState(status === 200 ? 'ready' : 'failed');
    // Over, or begun anew in another tab: the sheet of the shell says which.
    if (status === 401) await session.refresh();
  };
  return (
    <div className="row no-print">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button button--small"
          disabled={state === 'fetching'}
          onClick={() => void save(format)}
        >
          {t.export} {format.toUpperCase()}
        </button>
      ))}
      <button type="button" className="button button--small" onClick={() => window.print()}>
        {t.print}
      </button>
      {state === 'failed' && <span role="alert">{t.exportFailed}</span>}
    </div>
  );
}

/** Fetches with the session's headers, which a plain link does not send, and hands the file to the browser; gives the status. */
async function fetchFile(address: string, headers: Readonly<Record<string, string>>, name: string): Promise<number> {
  try {
    const answer = await fetch(address, { headers, credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok) return answer.status;
    const url = URL.createObjectURL(await answer.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
    return answer.status;
  } catch {
    // The network is away: the page says so and the button is there to try again.
    return 0;
  }
}
