import { asList, isObject, type Json, type SchemaReader } from './json-schema.ts';

interface Auth {
  readonly auth: Readonly<Record<string, unknown>> | undefined;
  readonly notes: readonly string[];
}

/** How an OpenAPI document says that one is let in, as a connector file writes it; `{NAME}` is a setting. */
export function readAuth(document: Json, operation: Json, reader: SchemaReader): Auth {
  const [needed] = asList(operation.security ?? document.security).filter(isObject);
  const [name] = Object.keys(needed ?? {});
  const schemes = isObject(document.components) ? document.components.securitySchemes : undefined;
  if (name === undefined) return { auth: undefined, notes: [] };
  const scheme = reader.resolve(isObject(schemes) ? schemes[name] : undefined);
  const auth = asAuth(scheme, reader);
  const note = `cara masuk "${name}" tidak dikenal hub: tulis sendiri di auth, lihat connectors/_template/README.md`;
  return { auth, notes: auth ? [] : [note] };
}

function asAuth(scheme: Json, reader: SchemaReader): Readonly<Record<string, unknown>> | undefined {
  if (scheme.type === 'apiKey' && scheme.in === 'header') return { header: { [String(scheme.name)]: '{KEY}' } };
  if (scheme.type === 'http' && scheme.scheme === 'basic') return { basic: { user: '{USER}', password: '{PASSWORD}' } };
  if (scheme.type === 'http' && scheme.scheme === 'bearer') return { bearer: '{TOKEN}' };
  const flows = reader.resolve(scheme.flows);
  const { tokenUrl } = reader.resolve(flows.clientCredentials);
  if (scheme.type !== 'oauth2' || typeof tokenUrl !== 'string') return undefined;
  const token = URL.canParse(tokenUrl) ? new URL(tokenUrl).pathname : `/${tokenUrl.replace(/^\/+/, '')}`;
  return { oauth2: { token, id: '{CLIENT_ID}', secret: '{CLIENT_SECRET}' } };
}
