/** What a router knows of an entity that it asks for: its `__typename`, its key, what its fields require. */
export type Representation = Readonly<Record<string, unknown>>;

/** A subgraph of the bench: what it declares and how it answers. */
export interface SubgraphModule {
  readonly name: string;
  /** Federation 2 SDL, with its `@link`. */
  readonly sdl: string;
  /** The fields of Query: values, or functions of the field's arguments. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Finds an entity: an object with its `__typename`, whose fields are values or functions. */
  readonly findEntity: (representation: Representation) => unknown;
}
