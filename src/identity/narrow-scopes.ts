/** The scope of all that a citizen may see; `citizen.<opd>` is that part of it. */
const ALL = 'citizen';
/** The hub's own part of a citizen: without it an application of one OPD could not even ask who is logged in. */
const CITY = 'citizen.city';

/** What both the token and the application allow; either may name a part of what the other names as a whole. */
export function narrowScopes(ofToken: ReadonlySet<string>, ofApp: ReadonlySet<string>): ReadonlySet<string> {
  const both = new Set<string>();
  for (const scope of ofToken) if (allows(ofApp, scope)) both.add(scope);
  for (const scope of ofApp) if (allows(ofToken, scope)) both.add(scope);
  for (const scope of both) if (isCitizens(scope)) return both.add(CITY);
  return both;
}

function allows(scopes: ReadonlySet<string>, scope: string): boolean {
  return scopes.has(scope) || (isCitizens(scope) && scopes.has(ALL));
}

function isCitizens(scope: string): boolean {
  return scope === ALL || scope.startsWith(`${ALL}.`);
}
