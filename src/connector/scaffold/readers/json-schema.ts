import { inventExample } from '../samples/invent-example.ts';
import type { DeclaredType } from '../source-sketch.ts';

/** A JSON object of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Schemas may hold themselves.
const MAX_DEPTH = 10;

/** Reads the schemas of an OpenAPI document: references followed, alternatives decided. */
export class SchemaReader {
  readonly #document: Json;

  constructor(document: Json) {
    this.#document = document;
  }

  /** What stands there, references followed; of several alternatives the one that says most. */
  resolve(value: unknown, depth = 0): Json {
    if (!isObject(value) || depth > MAX_DEPTH) return {};
    if (typeof value.$ref === 'string') return this.resolve(this.#lookUp(value.$ref), depth + 1);
    const all = asList(value.allOf).map((one) => this.resolve(one, depth + 1));
    const alternatives = [...asList(value.oneOf), ...asList(value.anyOf)].map((one) => this.resolve(one, depth + 1));
    const [best] = alternatives.filter(({ type }) => type !== 'null').sort((one, other) => weigh(other) - weigh(one));
    const parts = [...all, ...(best ? [best] : [])];
    if (parts.length === 0) return value;
    const properties = Object.assign({}, ...parts.map((one) => one.properties), value.properties) as Json;
    const required = [...parts, value].flatMap((one) => asList(one.required));
    return { ...Object.assign({}, ...parts), ...value, properties, required };
  }

  /** A value that fits a schema: its examples, else invented ones. */
  example(written: unknown, name: string, depth = 0): unknown {
    const schema = this.resolve(written);
    const [listed] = asList(schema.examples);
    const given = schema.example ?? listed ?? schema.default ?? schema.const ?? asList(schema.enum)[0];
    if (given !== undefined && given !== null) return given;
    if (depth > MAX_DEPTH) return null;
    const type = typeOf(schema);
    if (type === 'array') return [this.example(schema.items, name, depth + 1)];
    if (type === 'object') {
      const entries = Object.entries(this.propertiesOf(schema));
      return Object.fromEntries(entries.map(([key, inner]) => [key, this.example(inner, key, depth + 1)]));
    }
    return inventExample(name, declaredOf(schema));
  }

  propertiesOf(written: unknown): Json {
    const { properties } = this.resolve(written);
    return isObject(properties) ? properties : {};
  }

  declared(written: unknown): DeclaredType | undefined {
    return declaredOf(this.resolve(written));
  }

  /** What is declared of each property, at any depth, by its name. */
  listDeclared(written: unknown, depth = 0): [string, DeclaredType][] {
    const schema = this.resolve(written);
    if (depth > MAX_DEPTH) return [];
    if (typeOf(schema) === 'array') return this.listDeclared(schema.items, depth + 1);
    return Object.entries(this.propertiesOf(schema)).flatMap(([name, inner]) => {
      const declared = this.declared(inner);
      const own: [string, DeclaredType][] = declared === undefined ? [] : [[name, declared]];
      return [...own, ...this.listDeclared(inner, depth + 1)];
    });
  }

  #lookUp(reference: string): unknown {
    let at: unknown = this.#document;
    for (const step of reference.replace(/^#\//, '').split('/')) {
      const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      at = isObject(at) ? at[key] : undefined;
    }
    return at;
  }
}

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const weigh = (schema: Json): number =>
  (isObject(schema.properties) ? 10 * Object.keys(schema.properties).length : 0) + (schema.type === undefined ? 0 : 1);

/** OpenAPI 3.1 may list types, null among them. */
function typeOf({ type, properties, items }: Json): unknown {
  const named = Array.isArray(type) ? type.find((one) => one !== 'null') : type;
  return named ?? (properties === undefined ? (items === undefined ? undefined : 'array') : 'object');
}

function declaredOf(schema: Json): DeclaredType | undefined {
  const type = typeOf(schema);
  if (type === 'integer' || type === 'number' || type === 'boolean') return type;
  if (type !== 'string') return undefined;
  if (schema.format === 'date') return 'date';
  return schema.format === 'date-time' ? 'datetime' : 'text';
}
