/** What one operation may be and ask for; each number is the largest that is still allowed. */
export interface OperationLimits {
  /** Levels of fields; what is below `__schema` and `__type` is exempt. */
  readonly maxDepth: number;
  /** Tokens of a document, and selections of an operation once its fragments are spread. */
  readonly maxTokens: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  readonly maxDirectives: number;
  /** Objects that an answer may hold, as estimated from list sizes. */
  readonly maxListCost: number;
}

/** Limits that no app of the city comes near; measured on Home, the largest operation in schema/operations. */
export const defaultLimits: OperationLimits = {
  // Home has 4 levels, and so has the longest path of the schema that does not turn back. GraphiQL's introspection has
  // more, but nothing there is asked of an agency, and graphql-js itself refuses lists within lists of it.
  maxDepth: 15,
  // Home has 74 tokens, full introspection 191. Validation merges fields in quadratic time: at this size the worst
  // documents found take it 70 ms.
  maxTokens: 2000,
  // Home has none. Asking for a few years or permits side by side takes one each; guessing numbers takes thousands.
  maxAliases: 30,
  // Home has 1. Each may start calls to agencies of its own.
  maxRootFields: 20,
  // Home has none. A page that hides parts of itself has one or two for each part.
  maxDirectives: 50,
  // Home is estimated at 172. Three lists of assumed size within each other are 1110, four are 11110.
  maxListCost: 10_000,
};

/**
 * Brackets within brackets, and selection sets within selection sets through fragments. Not for the operator to choose:
 * the planner's parser gives up at 48, and that of graphql-js, which recurses, overflows the stack from about 1500.
 * This leaves room for two fragments on each of 15 levels.
 */
export const MAX_NESTING = 45;
