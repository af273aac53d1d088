import { useMemo } from 'react';
import { Link } from 'wouter';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { Waiting } from '../../design/waiting.tsx';
import { PengembangSchemaDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { texts } from '../texts.ts';
import { createSchemaIndex, type Group, type SchemaIndex } from './schema-index.ts';
import { SchemaSearch } from './schema-search.tsx';
import { TypePage } from './type-page.tsx';

const GROUPS: readonly Group[] = ['queries', 'mutations', 'subscriptions', 'objects', 'inputs', 'enums', 'scalars'];

/** The schema of this very hub, to be searched and read type by type. */
export function Reference({ typeName }: { readonly typeName: string | undefined }) {
  const t = useTexts(texts);
  const { data, problems, isWaiting, refresh } = useGraph(PengembangSchemaDocument);
  const index = useMemo(() => data && createSchemaIndex(data), [data]);
  const type = typeName === undefined ? undefined : index?.types.get(typeName);
  const [problem] = problems;
  return (
    <View
      title={type ? <code>{type.name}</code> : t.schemaTitle}
      name={typeName ?? t.reference}
      lead={type ? undefined : t.schemaLead}
    >
      {isWaiting && <Waiting lines={8} />}
      {problem && <ProblemNotice problem={problem} onRetry={refresh} />}
      {index && !type && (
        <SchemaSearch index={index}>
          <TypeList index={index} />
        </SchemaSearch>
      )}
      {index && type && <TypePage index={index} type={type} />}
    </View>
  );
}

function TypeList({ index }: { readonly index: SchemaIndex }) {
  const t = useTexts(texts);
  const types = [...index.types.values()];
  return (
    <div className="type-groups">
      {GROUPS.map((group) => {
        const names = types.filter((type) => index.groupOf(type) === group).map(({ name }) => name ?? '');
        return names.length === 0 ? null : (
          <section key={group} className="stack stack--tight">
            <h2>{t[group]}</h2>
            <ul className="type-names">
              {names.sort().map((name) => (
                <li key={name}>
                  <Link href={`/rujukan/${name}`}>
                    <code>{name}</code>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
