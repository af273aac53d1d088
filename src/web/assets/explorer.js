import { bilingual } from './bilingual.js';
import { createGraphFetcher } from './graph-fetcher.js';
import { startTokenBar } from './token-bar.js';

const { React, ReactDOM, GraphiQL } = globalThis;

const place = document.getElementById('explorer');

start().catch(() => {
  const message = document.createElement('p');
  message.className = 'waiting';
  message.append(
    bilingual({
      id: 'Penjelajah tidak dapat dimuat. Muat ulang halaman ini; jika tetap gagal, periksa apakah hub berjalan.',
      en: 'The explorer could not be loaded. Reload the page; if it fails again, check that the hub is running.',
    }),
  );
  place.replaceChildren(message);
});

async function start() {
  const response = await fetch('/assets/explorer-config.json');
  if (!response.ok) throw new Error(`explorer-config.json: HTTP ${response.status}`);
  const config = await response.json();
  startTokenBar(config.tokenEndpoint);
  place.addEventListener('keydown', freeTheTabKey, { capture: true });
  ReactDOM.createRoot(place).render(
    React.createElement(
      GraphiQL,
      {
        fetcher: createGraphFetcher(config.graphqlPath),
        storage: tabLifetimeStorage(),
        defaultTabs: config.operations.map(({ title, text }) => ({ query: `# ${title}\n${text}` })),
        defaultEditorToolsVisibility: false,
        // A header may be a credential: GraphiQL must neither keep it nor offer to.
        shouldPersistHeaders: false,
        showPersistHeadersSettings: false,
        forcedTheme: document.documentElement.dataset.theme ?? 'system',
      },
      React.createElement(GraphiQL.Logo, null, ' '),
    ),
  );
}

// CodeMirror turns Tab into spaces, which shuts keyboard users in. Tab moves on instead, unless it picks a suggestion.
function freeTheTabKey(event) {
  const isInEditor = event.key === 'Tab' && event.target.closest('.CodeMirror') !== null;
  if (isInEditor && document.querySelector('.CodeMirror-hints') === null) event.stopPropagation();
}

// GraphiQL keeps queries and variables, which may hold a NIK. On a shared computer they must not outlive the tab.
function tabLifetimeStorage() {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null; // storage is forbidden in this browser: nothing is kept
  }
}
