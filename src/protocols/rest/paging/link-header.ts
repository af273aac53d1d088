/** One link of a Link header (RFC 8288): what it points at, and what kind it is. */
interface Link {
  readonly target: string;
  readonly rel: string;
}

const TOKEN = "[\\w!#$%&'*+.^`|~-]+";
const PARAMETER = `\\s*;\\s*(${TOKEN})(?:\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|(${TOKEN})))?`;
const LINK = new RegExp(`\\s*<([^<>]*)>((?:${PARAMETER})*)\\s*(?:;\\s*)?(?:,|$)`, 'y');

/** Where `rel=next` of a Link header points: undefined when there is none, `'unreadable'` when the header is no such thing. */
export function findNextLink(header: string | undefined): { readonly target: string } | 'unreadable' | undefined {
  if (header === undefined) return undefined;
  const links = listLinks(header);
  if (links === undefined) return 'unreadable';
  return links.find(({ rel }) => rel.toLowerCase().split(/\s+/).includes('next'));
}

function listLinks(header: string): readonly Link[] | undefined {
  const links: Link[] = [];
  LINK.lastIndex = 0;
  while (LINK.lastIndex < header.length) {
    const match = LINK.exec(header);
    if (!match) return undefined;
    const [, target = '', parameters = ''] = match;
    const link = readParameters(parameters);
    // A link with an anchor is one of some other page.
    if (!link.has('anchor')) links.push({ target, rel: link.get('rel') ?? '' });
  }
  return links;
}

function readParameters(text: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of text.matchAll(new RegExp(PARAMETER, 'g'))) {
    const key = name.toLowerCase();
    // Of several the first one counts (section 3.3).
    if (!parameters.has(key)) parameters.set(key, quoted?.replace(/\\(.)/g, '$1') ?? plain);
  }
  return parameters;
}
