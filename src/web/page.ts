import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createStaticFile, type StaticFile } from './static-file.ts';

export type PageName = 'explorer' | 'jobs-login' | 'logged-in';

/** The facts of an installation that stand in the pages' text. */
export interface PageFacts {
  readonly tokenEndpoint?: string;
  readonly graphqlPath: string;
  readonly release: string;
}

/**
 * Reads a page and settles, once, all that the installation decides: its facts, its demo parts, its assets' versions.
 * @throws when the page asks for a fact or an asset that does not exist.
 */
export async function loadPage(
  name: PageName,
  facts: PageFacts,
  assets: ReadonlyMap<string, StaticFile>,
): Promise<StaticFile> {
  const source = await readFile(join(import.meta.dirname, 'pages', `${name}.html`), 'utf8');
  const html = fillFacts(versionAssets(keepParts(source, facts.tokenEndpoint !== undefined), assets), facts);
  return createStaticFile(Buffer.from(html), 'text/html; charset=utf-8');
}

/** Keeps what stands between `<!-- only demo -->` (or `production`) and `<!-- end -->` where it applies. */
export function keepParts(html: string, isDemo: boolean): string {
  return html.replace(
    /<!-- only (demo|production) -->\n?([\s\S]*?)<!-- end -->\n?/g,
    (_all, kind: string, part: string) => ((kind === 'demo') === isDemo ? part : ''),
  );
}

/** Adds each asset's version to its URL, so that browsers keep it until it changes. */
export function versionAssets(html: string, assets: ReadonlyMap<string, Pick<StaticFile, 'hash'>>): string {
  return html.replace(/"\/assets\/([^"?]+)"/g, (_all, name: string) => {
    const asset = assets.get(name);
    if (asset === undefined) throw new Error(`web: a page refers to /assets/${name}, which does not exist`);
    return `"/assets/${name}?v=${asset.hash}"`;
  });
}

/** Puts facts in the place of `{{name}}`, escaped for HTML. */
export function fillFacts(html: string, facts: PageFacts): string {
  const known: Readonly<Record<string, string>> = { release: facts.release, graphqlPath: facts.graphqlPath };
  return html.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => {
    const fact = known[name];
    if (fact === undefined) throw new Error(`web: a page asks for {{${name}}}, which is not known`);
    return escapeHtml(fact);
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
