import { type ReactNode, useDeferredValue } from 'react';
import { Link, useSearchParams } from 'wouter';
import { Field } from '../../design/field.tsx';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { texts } from '../texts.ts';
import { Described } from './described.tsx';
import type { SchemaIndex } from './schema-index.ts';

/** A search over the whole schema; without words what stands in it. */
export function SchemaSearch({ index, children }: { readonly index: SchemaIndex; readonly children: ReactNode }) {
  const t = useTexts(texts);
  const format = useFormat();
  const [parameters, setParameters] = useSearchParams();
  const words = parameters.get('cari') ?? '';
  const found = index.search(useDeferredValue(words));
  const change = (value: string) => setParameters(value ? { cari: value } : {}, { replace: true });
  return (
    <div className="stack">
      <div className="reading">
        <Field label={t.searchLabel} hint={t.searchHint}>
          <input type="search" value={words} onChange={(event) => change(event.target.value)} />
        </Field>
      </div>
      {words.trim() === '' ? (
        children
      ) : (
        <>
          <p role="status" className="soft">
            {found.length === 0 ? t.nothingFound : t.found(format.number(found.length))}
          </p>
          <ul className="results">
            {found.map(({ type, field, description }) => (
              <li key={`${type}.${field ?? ''}`}>
                <Link href={`/rujukan/${type}`} className="signature">
                  {field ? `${type}.${field}` : type}
                </Link>
                <Described text={description} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
