import { useEffect, useState } from 'react';
import { useLanguage } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { CodeBlock } from './code-block.tsx';
import { texts } from './texts.ts';

/** The simulated city's people, by the names that its log-in page shows, and what each is good for. */
const CITIZENS = [
  ['demo', 'Punya sesuatu di setiap OPD', 'Has something with every OPD'],
  ['siti', 'Warga biasa dengan izin, pajak, dan pengaduan', 'An ordinary citizen with permits, taxes, complaints'],
  ['lunas', 'Semua tagihan sudah dibayar', 'Every bill is paid'],
  ['kosong', 'Tidak punya apa-apa: daftar yang kosong', 'Has nothing: empty lists'],
  ['tiada', 'Tidak ada di data kependudukan', 'Is not in the population register'],
  ['ganda', 'Tercatat dua kali: jawaban yang meragukan', 'Is registered twice: doubtful answers'],
  ['aneh', 'Data dengan ejaan dan tanggal yang aneh', 'Records with odd spellings and dates'],
] as const;

/** Whom to log in as while trying things out; only where the city is a simulated one. */
export function Sandbox() {
  const t = useTexts(texts);
  const language = useLanguage();
  const isDemo = useIsDemo();
  if (isDemo === undefined) return null;
  return (
    <section className="stack reading">
      <h2>{t.sandbox}</h2>
      <p>{isDemo ? t.sandboxText : t.sandboxNone}</p>
      {isDemo && (
        <>
          <dl className="facts">
            {CITIZENS.map(([alias, indonesian, english]) => (
              <div key={alias} className="facts__row">
                <dt>
                  <code>{alias}</code>
                </dt>
                <dd>{language === 'id' ? indonesian : english}</dd>
              </div>
            ))}
          </dl>
          <CodeBlock label={t.tokenCommand} text="TOKEN=$(npm run -s hub -- token --citizen siti)" />
        </>
      )}
    </section>
  );
}

/** Whether the hub hands out demo tokens, as its explorer's settings say; undefined until they are there. */
function useIsDemo(): boolean | undefined {
  const [isDemo, setIsDemo] = useState<boolean>();
  useEffect(() => {
    fetch('/assets/explorer-config.json')
      .then((answer) => answer.json())
      .then((config: { tokenEndpoint?: string }) => setIsDemo(config.tokenEndpoint !== undefined))
      .catch(() => setIsDemo(false));
  }, []);
  return isDemo;
}
