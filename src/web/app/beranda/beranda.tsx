import { BerandaOpdsDocument } from '../generated/graphql.ts';
import { useGraph } from '../graph/use-graph.ts';
import { AppShell } from '../shell/app-shell.tsx';

/** The landing page: in one screen what the hub is. */
export function Beranda() {
  const answer = useGraph(BerandaOpdsDocument);
  return (
    <AppShell door="beranda" isPublic>
      <h1>Bertanya sekali, semua OPD menjawab.</h1>
      <p>{answer.data?.opds.length}</p>
    </AppShell>
  );
}
