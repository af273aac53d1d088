import { useFormat } from '../format/format.ts';
import type { CountsFragment } from '../generated/graphql.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

/** A run's rows as the sum that they must be: what was read is all accounted for, or the run was no success. */
export function CountsLine({ counts }: { readonly counts: CountsFragment }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const { read, written, unchanged, rejected, deleted, vanished } = counts;
  const addsUp = read === written + unchanged + rejected + deleted;
  return (
    <span className="small sum">
      {t.sum(number(read), number(written), number(unchanged), number(rejected), number(deleted))}
      {vanished > 0 && `; ${t.vanished(number(vanished))}`}{' '}
      <b data-tone={addsUp ? 'good' : 'bad'}>
        <span aria-hidden="true">{addsUp ? '✓' : '≠'}</span> {addsUp ? t.addsUp : t.notAddsUp}
      </b>
    </span>
  );
}
