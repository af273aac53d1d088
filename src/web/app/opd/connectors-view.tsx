import { CodeText } from '../design/code-text.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { Part } from '../design/part.tsx';
import { OpdConnectorsDocument, type OpdConnectorsQuery } from '../generated/graphql.ts';
import { useGraph } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { View } from '../shell/view.tsx';
import { texts } from './texts.ts';
import { TryConsole } from './try-console.tsx';

export type ConnectorFile = NonNullable<NonNullable<OpdConnectorsQuery['opd']>['connectors']>[number];

/** The OPD's connector files as they stand, what they let the hub do, and a console to try one call. */
export function ConnectorsView({ code }: { readonly code: string }) {
  const t = useTexts(texts);
  const answer = useGraph(OpdConnectorsDocument, { code });
  const none = <EmptyState title={t.noSystems}>{t.noSystemsText}</EmptyState>;
  return (
    <View title={t.connectors} name={t.connectors} lead={t.connectorsLead}>
      <Part answer={answer} path="opd.connectors" pick={(data) => data.opd?.connectors} empty={none} lines={6}>
        {(files) =>
          files.length === 0 ? none : files.map((file) => <Connector key={file.file} code={code} file={file} />)
        }
      </Part>
    </View>
  );
}

function Connector({ code, file }: { readonly code: string; readonly file: ConnectorFile }) {
  const t = useTexts(texts);
  return (
    <section className="card stack" aria-label={file.system}>
      <div className="stack stack--tight">
        <h2>{file.system}</h2>
        <p lang="id">{file.describe}</p>
        <p className="small soft">
          {t.protocols} {file.protocols.join(', ')} · <code>{file.file}</code>
        </p>
      </div>
      <h3>{t.operations}</h3>
      <ul className="stack stack--tight">
        {file.operations.map(({ name, isWrite, parameters, record }) => (
          <li key={name}>
            <code>
              <b>{name}</b>({parameters.join(', ')})
            </code>{' '}
            <span className="small soft">
              {isWrite ? t.writes : t.reads}
              {record && (
                <>
                  , {t.gives} <code>{record}</code>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <TryConsole code={code} file={file} />
      <details>
        <summary>{t.fileText}</summary>
        <CodeText label={file.file} text={file.text} />
      </details>
    </section>
  );
}
