import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomQuery {
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

/** Aliases that are the names of keys and of required fields are the ones that break planners. */
const ALIASES = ['a', 'b', 'id', 'upc', 'name', 'price', 'title', 'dims', 'w', 'h', 'shipping', '_e0', 'x1'];
const MAX_DEPTH = 6;

/** Writes a random query, nearly always a valid one; the same for the same seed. */
export function generateQuery(schema: GraphQLSchema, seed: number): RandomQuery {
  return new QueryWriter(schema, createRandom(seed)).write();
}

class QueryWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  readonly #fragments = new Map<string, string>();
  readonly #definitions = new Map<string, string>();
  readonly #variables: Record<string, unknown> = {};
  #fields = 0;

  constructor(schema: GraphQLSchema, random: () => number) {
    this.#schema = schema;
    this.#random = random;
  }

  write(): RandomQuery {
    const root = this.#schema.getQueryType();
    if (!root) throw new Error('The schema has no query type');
    const body = this.#selectionSet(root, 0);
    const definitions = [...this.#definitions.values()].join(', ');
    const fragments = [...this.#fragments.values()].join('\n');
    return {
      text: `query Q${definitions && `(${definitions})`} ${body}\n${fragments}`,
      variables: this.#variables,
    };
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)] as T;
  }

  #selectionSet(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + Math.floor(this.#random() * (depth === 0 ? 3 : 4));
    const selections = Array.from({ length: count }, () => this.#selection(type, depth));
    return `{ ${selections.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const isAbstract = !isObjectType(type);
    if (depth < MAX_DEPTH && this.#chance(isAbstract ? 0.5 : 0.12)) return this.#fragment(type, depth);
    if (isUnionType(type) || this.#chance(0.08)) return `${this.#alias(0.3)}__typename${this.#condition()}`;
    return this.#field(type, depth);
  }

  #field(type: Exclude<GraphQLCompositeType, { getTypes(): unknown }>, depth: number): string {
    const all = Object.values(type.getFields());
    const leaves = all.filter((field) => !isCompositeType(getNamedType(field.type)));
    const isDeep = depth >= MAX_DEPTH || this.#fields > 40;
    const field = this.#pick(isDeep && leaves.length > 0 ? leaves : all);
    this.#fields++;
    const named = getNamedType(field.type);
    const args = this.#arguments(field.args);
    const body = isCompositeType(named)
      ? isDeep
        ? ' { __typename }'
        : ` ${this.#selectionSet(named, depth + 1)}`
      : '';
    return `${this.#alias(0.25)}${field.name}${args}${this.#condition()}${body}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const target = this.#pick(this.#overlapping(type));
    if (this.#chance(0.35)) return `...${this.#named(target, depth)}${this.#condition()}`;
    const condition = target === type && this.#chance(0.3) ? '' : ` on ${target.name}`;
    return `...${condition}${this.#condition()} ${this.#selectionSet(target, depth + 1)}`;
  }

  /** A fragment that exists may be spread again, unless it is still being written: that would be a cycle. */
  #named(target: GraphQLCompositeType, depth: number): string {
    const known = [...this.#fragments].filter(([, text]) => text.includes(` on ${target.name} {`));
    if (known.length > 0 && this.#chance(0.5)) return this.#pick(known)[0];
    const name = `F${this.#fragments.size}`;
    this.#fragments.set(name, '');
    this.#fragments.set(name, `fragment ${name} on ${target.name} ${this.#selectionSet(target, depth + 1)}`);
    return name;
  }

  #overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const own = isObjectType(type) ? [type] : this.#schema.getPossibleTypes(type);
    const abstract = Object.values(this.#schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType =>
        (isInterfaceType(other) || isUnionType(other)) && own.some((member) => this.#schema.isSubType(other, member)),
    );
    return [type, ...own, ...abstract];
  }

  #alias(probability: number): string {
    return this.#chance(probability) ? `${this.#pick(ALIASES)}: ` : '';
  }

  #condition(): string {
    if (!this.#chance(0.15)) return '';
    const name = this.#chance(0.5) ? 'include' : 'skip';
    if (this.#chance(0.2)) return ` @${name}(if: ${this.#chance(0.7) === (name === 'include')})`;
    const variable = this.#pick(['yes', 'no', 'unset']);
    const fallback = variable === 'unset' ? ` = ${this.#chance(0.5)}` : '';
    if (!this.#definitions.has(variable)) {
      this.#definitions.set(variable, `$${variable}: Boolean!${fallback}`);
      if (variable !== 'unset') this.#variables[variable] = variable === 'yes';
    }
    return ` @${name}(if: $${variable})`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.flatMap((argument) => {
      const isRequired = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (!isRequired && this.#chance(0.6)) return [];
      return [`${argument.name}: ${this.#value(argument)}`];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  #value(argument: GraphQLArgument): string {
    const value = this.#json(argument.type, 0);
    if (this.#chance(0.6)) return literal(value, argument.type);
    const name =
      this.#chance(0.1) && !this.#definitions.has('representations') ? 'representations' : `v${this.#definitions.size}`;
    this.#definitions.set(name, `$${name}: ${String(argument.type)}`);
    if (value !== undefined) this.#variables[name] = value;
    return `$${name}`;
  }

  #json(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.#nonNull(type.ofType, depth);
    return this.#chance(0.1) ? null : this.#nonNull(type, depth);
  }

  #nonNull(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.#nonNull(type.ofType, depth);
    if (isListType(type)) {
      // One value stands for a list of it (specification section 3.11).
      if (this.#chance(0.3)) return this.#nonNull(type.ofType, depth);
      return Array.from({ length: Math.floor(this.#random() * 3) }, () => this.#json(type.ofType, depth));
    }
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(() => this.#chance(depth > 1 ? 0.1 : 0.5));
      return Object.fromEntries(fields.map((field) => [field.name, this.#json(field.type, depth + 1)]));
    }
    if (type.name === 'Boolean') return this.#chance(0.5);
    if (type.name === 'Int' || type.name === 'Float') return Math.floor(this.#random() * 4);
    return this.#pick(['u1', 'p2', 'text']);
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (value === null || value === undefined) return 'null';
  if (isListType(type))
    return Array.isArray(value)
      ? `[${value.map((item) => literal(item, type.ofType)).join(', ')}]`
      : literal(value, type.ofType);
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = type.getFields();
  const given = Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) => {
    const field = fields[name];
    return field ? [`${name}: ${literal(inner, field.type)}`] : [];
  });
  return `{${given.join(', ')}}`;
}
