import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';

/**
 * Checks the variables of a request. The answer holds them with the operation's defaults and otherwise as they came:
 * subgraphs coerce them again, and a custom scalar that was parsed here would not survive that.
 */
export type CoerceVariables = (given: Readonly<Record<string, unknown>> | null | undefined) => {
  readonly values: Record<string, unknown>;
  readonly errors: readonly GraphQLError[];
};

interface Declared {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
  readonly defaultValue: unknown;
}

/** Compiles the variable definitions of an operation once. Errors never repeat the value: it may be personal data. */
export function compileVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): CoerceVariables {
  const declared = (operation.variableDefinitions ?? []).flatMap((definition): Declared[] => {
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) return [];
    const hasDefault = definition.defaultValue !== undefined;
    const defaultValue = definition.defaultValue && valueFromASTUntyped(definition.defaultValue);
    return [{ name: definition.variable.name.value, type, hasDefault, defaultValue }];
  });
  return (given) => {
    const values: Record<string, unknown> = {};
    const errors: GraphQLError[] = [];
    for (const variable of declared) coerceOne(variable, given ?? {}, values, errors);
    return { values, errors };
  };
}

function coerceOne(
  { name, type, hasDefault, defaultValue }: Declared,
  given: Readonly<Record<string, unknown>>,
  values: Record<string, unknown>,
  errors: GraphQLError[],
): void {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (value === undefined) {
    if (hasDefault) values[name] = defaultValue;
    else if (isNonNullType(type)) errors.push(badInput(`Variable "$${name}" of type ${String(type)} is missing.`));
    return;
  }
  if (value === null && isNonNullType(type)) {
    errors.push(badInput(`Variable "$${name}" of type ${String(type)} must not be null.`));
    return;
  }
  values[name] = value;
  coerceInputValue(value, type, (path, _value, error) => {
    const at = path.length > 0 ? ` at ${path.join('.')}` : '';
    const own = error.extensions.code === 'BAD_USER_INPUT' || error.originalError ? error : undefined;
    errors.push(badInput(`Variable "$${name}"${at} is not a valid ${String(type)}.`, own));
  });
}

function badInput(message: string, reason?: GraphQLError): GraphQLError {
  const original = reason?.originalError;
  const detail = original?.message ?? (reason?.extensions.code ? reason.message : undefined);
  return new GraphQLError(detail ? `${message} ${detail}` : message, {
    extensions: { ...reason?.extensions, code: 'BAD_USER_INPUT' },
    originalError: original ?? null,
  });
}
