import { useTexts } from '../language/texts.ts';
import { View } from '../shell/view.tsx';
import { CodeBlock } from './code-block.tsx';
import { Sandbox } from './sandbox.tsx';
import { texts } from './texts.ts';

/** How to begin, in the order in which one needs it. */
export function Start() {
  const t = useTexts(texts);
  const endpoint = `${location.origin}/graphql`;
  const query = `curl -s ${endpoint} \\\n  -H 'content-type: application/json' \\\n  -d '{"query":"{ services(search: \\"izin praktik\\", first: 3) { name standard { officialFee days } } }"}'`;
  return (
    <View title={t.title} name={t.start} lead={t.lead}>
      <p className="row">
        <a className="button button--main" href="/explorer">
          {t.openExplorer}
        </a>
      </p>
      <p className="soft reading">{t.explorerText}</p>
      <ol className="steps">
        <li>
          <h2>{t.address}</h2>
          <p>{t.addressText}</p>
          <CodeBlock label={t.address} text={endpoint} />
        </li>
        <li>
          <h2>{t.firstQuery}</h2>
          <CodeBlock label={t.firstQuery} text={query} />
        </li>
        <li>
          <h2>{t.token}</h2>
          <p>{t.tokenText}</p>
        </li>
        <li>
          <h2>{t.partial}</h2>
          <p>{t.partialText}</p>
        </li>
        <li>
          <h2>{t.freshness}</h2>
          <p>{t.freshnessText}</p>
        </li>
        <li>
          <h2>{t.write}</h2>
          <p>{t.writeText}</p>
        </li>
      </ol>
      <Sandbox />
    </View>
  );
}
