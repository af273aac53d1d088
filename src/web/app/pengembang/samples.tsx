import askSample from '../../../../examples/client/ask.ts?raw';
import typescriptSample from '../../../../examples/client/home.ts?raw';
import curlSample from '../../../../examples/curl/home.sh?raw';
import phpSample from '../../../../examples/php/home.php?raw';
import { useTexts } from '../language/texts.ts';
import { View } from '../shell/view.tsx';
import { CodeBlock } from './code-block.tsx';
import { texts } from './texts.ts';

const SAMPLES = [
  ['TypeScript', 'examples/client/home.ts', typescriptSample],
  ['TypeScript: fetch', 'examples/client/ask.ts', askSample],
  ['PHP', 'examples/php/home.php', phpSample],
  ['curl', 'examples/curl/home.sh', curlSample],
] as const;

/** The same question in three languages, from the files that the tests run. */
export function Samples() {
  const t = useTexts(texts);
  return (
    <View title={t.samplesTitle} name={t.samples} lead={t.samplesLead}>
      {SAMPLES.map(([name, file, text]) => (
        <section key={file} className="stack stack--tight">
          <h2>{name}</h2>
          <p className="small soft">
            <code>{file}</code>
          </p>
          <CodeBlock label={`${name}: ${file}`} text={text.trim()} />
        </section>
      ))}
    </View>
  );
}
