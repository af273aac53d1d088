import { useTexts } from '../../language/texts.ts';
import { texts } from '../texts.ts';

/** Why a figure is not known: what the hub says is missing, or that there is nothing to count. */
export function WhyUnknown({ missing }: { readonly missing: readonly string[] }) {
  const t = useTexts(texts);
  const [first] = missing;
  if (first === undefined) return <p className="small soft">{t.nothingToCount}</p>;
  return (
    <p className="small soft" lang="id">
      {first}
    </p>
  );
}
