import { Badge } from '../design/badge.tsx';
import { Part } from '../design/part.tsx';
import { PengembangErrorCodesDocument } from '../generated/graphql.ts';
import { useGraph } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { View } from '../shell/view.tsx';
import { Described } from './reference/described.tsx';
import { texts } from './texts.ts';

/** Every way in which the hub refuses or fails, from its own registry. */
export function ErrorCodes() {
  const t = useTexts(texts);
  const answer = useGraph(PengembangErrorCodesDocument);
  return (
    <View title={t.errorsTitle} name={t.errors} lead={t.errorsLead}>
      <Part answer={answer} path="hub" pick={({ hub }) => hub.errorCodes} lines={8}>
        {(codes) => (
          <div className="scroller">
            <table className="errors">
              <thead>
                <tr>
                  <th scope="col">{t.code}</th>
                  <th scope="col">{t.forPeople}</th>
                  <th scope="col">{t.forYou}</th>
                  <th scope="col">{t.again}</th>
                </tr>
              </thead>
              <tbody>
                {codes.map(({ code, sentence, meaning, isRetryable }) => (
                  <tr key={code}>
                    <th scope="row">
                      <code>{code}</code>
                    </th>
                    <td lang="id">{sentence}</td>
                    <td>
                      <Described text={meaning} />
                    </td>
                    <td>{isRetryable ? <Badge tone="good">{t.yes}</Badge> : <Badge>{t.no}</Badge>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Part>
    </View>
  );
}
