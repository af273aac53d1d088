import { HubError } from '../../../base/hub-error.ts';
import { nameParameter } from '../guess/name-field.ts';
import { recognisePersonal } from '../guess/recognise-personal.ts';
import type { DeclaredType, ScaffoldSource, SketchParameter, SourceSketch } from '../source-sketch.ts';
import { asList, isObject, type Json, SchemaReader } from './json-schema.ts';
import { readAuth } from './openapi-auth.ts';
import { pickChoice } from './pick-choice.ts';

interface Endpoint {
  readonly label: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Without what is the same for all of them. */
  readonly ownPath: string;
  readonly operation: Json;
}

/** Opens an OpenAPI 3 document. @throws HubError BAD_USER_INPUT when it has no operation that the hub can ask. */
export function openOpenApi(document: Json): ScaffoldSource {
  const reader = new SchemaReader(document);
  const endpoints = listEndpoints(document);
  const askable = endpoints.filter((one) => findRefusal(reader, one) === undefined);
  if (endpoints.length === 0)
    throw new HubError('BAD_USER_INPUT', 'The OpenAPI document has no GET or POST with a JSON answer', {
      fix: 'Take the document that the service itself gives, or one recorded answer: --from answer.json',
    });
  const labels = endpoints.map(({ label }) => label);
  return {
    kind: 'rest',
    flag: '--operation',
    choices: (askable.length > 0 ? askable : endpoints).map(({ label }) => label),
    sketch: async (choice) => {
      const isOnly = choice === undefined && askable.length === 1;
      const known = [...labels, ...endpoints.map(({ method, path }) => `${method} ${path}`)];
      const picked = pickChoice(isOnly ? askable[0]?.label : choice, known, '--operation');
      const endpoint = endpoints.find(({ label, method, path }) => picked === label || picked === `${method} ${path}`);
      const refusal = endpoint && findRefusal(reader, endpoint);
      if (!endpoint || refusal) throw new HubError('BAD_USER_INPUT', `${picked} ${refusal ?? 'is missing'}`, NO_NIK);
      return sketchEndpoint(document, reader, endpoint);
    },
    close: async () => {},
  };
}

const NO_NIK = { fix: 'Ask its makers for a POST that takes it in the body, or choose another operation.' };

function listEndpoints(document: Json): Endpoint[] {
  const prefix = readPrefix(document);
  return Object.entries(isObject(document.paths) ? document.paths : {}).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = isObject(item) ? item[method] : undefined;
      if (!isObject(operation)) return [];
      const shared = isObject(item) ? asList(item.parameters) : [];
      const parameters = [...shared, ...asList(operation.parameters)];
      const label = typeof operation.operationId === 'string' ? operation.operationId : `${method} ${path}`;
      return [{ label, method, path: `${prefix}${path}`, ownPath: path, operation: { ...operation, parameters } }];
    }),
  );
}

/** The path of the first server; where it stands is a setting. */
function readPrefix(document: Json): string {
  const [server] = asList(document.servers);
  const url = isObject(server) && typeof server.url === 'string' ? server.url : '';
  const path = URL.canParse(url) ? new URL(url).pathname : url.startsWith('/') ? url : '';
  return path.replace(/\/+$/, '');
}

/** Why the hub cannot ask it. */
function findRefusal(reader: SchemaReader, endpoint: Endpoint): string | undefined {
  const isNik = ({ name, isAddressed }: SketchParameter) => isAddressed && recognisePersonal(name, []) === 'nik';
  if (listParameters(reader, endpoint).some(isNik)) return 'wants a NIK in the address, where every log keeps it';
  return findAnswer(reader, endpoint.operation) === undefined ? 'has no JSON answer' : undefined;
}

function findAnswer(reader: SchemaReader, operation: Json): Json | undefined {
  const responses = isObject(operation.responses) ? operation.responses : {};
  const code = Object.keys(responses).find((one) => /^2/.test(one)) ?? 'default';
  return findJson(reader.resolve(responses[code]));
}

function findJson({ content }: Json): Json | undefined {
  const entries = Object.entries(isObject(content) ? content : {});
  const found = entries.find(([type]) => /json/i.test(type))?.[1];
  return isObject(found) ? found : undefined;
}

function listParameters(reader: SchemaReader, { operation, method }: Endpoint): SketchParameter[] {
  const asParameter = (name: string, schema: unknown, isAddressed: boolean): SketchParameter => ({
    name,
    parameter: nameParameter(name),
    declared: reader.declared(schema),
    isAddressed,
  });
  const addressed = asList(operation.parameters)
    .map((one) => reader.resolve(one))
    .filter((one) => one.in === 'path' || (one.in === 'query' && !isPaging(String(one.name))))
    .map(({ name, schema }) => asParameter(String(name), schema, true));
  const body = method === 'post' ? Object.entries(bodyProperties(reader, operation).properties) : [];
  return [...addressed, ...body.map(([name, schema]) => asParameter(name, schema, false))];
}

const isPaging = (name: string): boolean => /^(?:page|hal|halaman|limit|offset|per_page|size|skip)$/i.test(name);

function bodyProperties(reader: SchemaReader, operation: Json): { properties: Json; isForm: boolean } {
  const body = reader.resolve(operation.requestBody);
  const form = isObject(body.content) ? body.content['application/x-www-form-urlencoded'] : undefined;
  const found = findJson(body) ?? (isObject(form) ? form : undefined);
  const { required } = reader.resolve(found?.schema);
  const all = Object.entries(reader.propertiesOf(found?.schema)).filter(([name]) => !isPaging(name));
  const needed = all.filter(([name]) => asList(required).includes(name));
  // What may be left out is left out, unless nothing is asked for.
  const properties = Object.fromEntries(needed.length > 0 ? needed : all);
  return { properties, isForm: findJson(body) === undefined && isObject(form) };
}

function sketchEndpoint(document: Json, reader: SchemaReader, endpoint: Endpoint): SourceSketch {
  const { operation, method, path, ownPath } = endpoint;
  const json = findAnswer(reader, operation) ?? {};
  const named = isObject(json.examples) ? Object.values(json.examples)[0] : undefined;
  const recorded = json.example ?? (named === undefined ? undefined : reader.resolve(named).value);
  const parameters = listParameters(reader, endpoint);
  const { properties, isForm } = bodyProperties(reader, operation);
  const body = Object.fromEntries(Object.keys(properties).map((name) => [name, `:${nameParameter(name)}`]));
  const { auth, notes } = readAuth(document, operation, reader);
  return {
    kind: 'rest',
    subject: findSchemaName(json.schema, reader) ?? ownPath,
    describe: titleOf(document, operation),
    answer: recorded ?? reader.example(json.schema, 'data'),
    isInvented: recorded === undefined,
    rows: undefined,
    declared: new Map<string, DeclaredType>(reader.listDeclared(json.schema)),
    parameters,
    key: undefined,
    source: {},
    auth,
    attachments: new Map(),
    notes,
    request: () => ({
      [method]: writePath(path, parameters),
      ...(Object.keys(body).length > 0 && { [isForm ? 'form' : 'body']: body }),
    }),
  };
}

function titleOf({ info }: Json, { summary }: Json): string {
  const title = isObject(info) && typeof info.title === 'string' ? info.title : 'Layanan web';
  return typeof summary === 'string' ? `${title}: ${summary}` : title;
}

/** The name of the schema that the rows have, the last part of a reference. */
function findSchemaName(written: unknown, reader: SchemaReader, depth = 0): string | undefined {
  const schema = reader.resolve(written);
  if (depth > 3) return undefined;
  const inner = [schema.items, ...Object.values(reader.propertiesOf(schema))].filter(isObject);
  const within = inner.map((one) => findSchemaName(one, reader, depth + 1)).find((one) => one !== undefined);
  const own = isObject(written) && typeof written.$ref === 'string' ? written.$ref.split('/').at(-1) : undefined;
  return within ?? (own === undefined || Object.keys(reader.propertiesOf(schema)).length === 0 ? undefined : own);
}

function writePath(path: string, parameters: readonly SketchParameter[]): string {
  const inPath = path.replace(/\{([^}]+)\}/g, (_whole, name: string) => `:${nameParameter(name)}`);
  const query = parameters.filter(({ name, isAddressed }) => isAddressed && !path.includes(`{${name}}`));
  const written = query.map(({ name, parameter }) => `${encodeURIComponent(name)}=:${parameter}`);
  return written.length > 0 ? `${inPath}?${written.join('&')}` : inPath;
}
