import { useTexts } from '../language/texts.ts';
import { View } from '../shell/view.tsx';
import { CodeBlock } from './code-block.tsx';
import { texts } from './texts.ts';

const COMMAND = `npm run hub -- app add \\
  --name "Pengingat Pajak" --owner "Dinas Contoh" \\
  --purpose pengingat-pajak --scope citizen.bpprd \\
  --origin https://pengingat.example`;

/** How an application becomes one that the hub answers. */
export function Register() {
  const t = useTexts(texts);
  return (
    <View title={t.registerTitle} name={t.register} lead={t.registerLead}>
      <ol className="steps">
        <li>
          <h2>{t.step1}</h2>
          <p>{t.step1Text}</p>
        </li>
        <li>
          <h2>{t.step2}</h2>
          <p>{t.step2Text}</p>
        </li>
        <li>
          <h2>{t.step3}</h2>
          <CodeBlock label={t.step3} text={COMMAND} />
        </li>
        <li>
          <h2>{t.step4}</h2>
          <p>{t.step4Text}</p>
        </li>
      </ol>
    </View>
  );
}
