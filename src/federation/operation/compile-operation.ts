import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import { mergeInto } from '../execute/merge.ts';
import type { Run, Step } from '../execute/run.ts';
import { compileProjection, type Projector } from '../project/compile-projection.ts';
import { isExplained, ProjectionRun } from '../project/projection-run.ts';
import { type CoerceVariables, compileVariables } from './compile-variables.ts';
import { splitIntrospection } from './split-introspection.ts';

/** An operation of a document, ready to run as often as it is asked for. */
export type CompiledOperation = (
  variables: Readonly<Record<string, unknown>> | null | undefined,
  requestContext: unknown,
) => Promise<ExecutionResult>;

export interface OperationCompiler {
  readonly schema: GraphQLSchema;
  /** Plans an operation text and compiles the plan. */
  plan(operationText: string): Step;
}

/** Compiles a validated operation: variables, plan, introspection and projection, all once. */
export function compileOperation(
  compiler: OperationCompiler,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation {
  const { schema } = compiler;
  const fragments = fragmentsOf(document);
  const { planned, introspected } = splitIntrospection(document, operation);
  const steps: Step[] = [];
  if (planned) steps.push(compiler.plan(printOperation(planned, fragments)));
  if (introspected) steps.push(compileIntrospection(schema, introspected, fragments));
  const coerce = compileVariables(schema, operation);
  const project = compileProjection(schema, fragments, operation);
  return (variables, context) => runOperation({ steps, coerce, project }, variables, context);
}

interface Parts {
  readonly steps: readonly Step[];
  readonly coerce: CoerceVariables;
  readonly project: Projector;
}

async function runOperation(
  { steps, coerce, project }: Parts,
  given: Readonly<Record<string, unknown>> | null | undefined,
  context: unknown,
): Promise<ExecutionResult> {
  const { values, errors: refused } = coerce(given);
  if (refused.length > 0) return { errors: refused };
  const run: Run = { data: {}, errors: [], variables: values, context };
  for (const step of steps) await step(run);
  return projectRun(run, project);
}

function projectRun(run: Run, project: Projector): ExecutionResult {
  const first = new ProjectionRun(run.variables, false);
  const data = project(run.data, first);
  if (first.violations > 0) {
    const second = new ProjectionRun(run.variables, true);
    project(run.data, second);
    const explained = run.errors.slice();
    for (const violation of second.errors) if (!isExplained(violation, explained)) run.errors.push(violation);
  }
  return run.errors.length > 0 ? { errors: run.errors, data } : { data };
}

function compileIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Step {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] };
  return async (run) => {
    const result = await execute({ schema, document, variableValues: run.variables });
    for (const error of result.errors ?? []) run.errors.push(error);
    if (result.data) mergeInto(run.data, result.data);
  };
}

function printOperation(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  return print({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] });
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** Finds the operation that a request names, or its only one. */
export function selectOperation(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const chosen = name ? operations.filter((operation) => operation.name?.value === name) : operations;
  const [operation] = chosen;
  if (operation && chosen.length === 1) return operation;
  const message = name
    ? `The document has no operation named "${name}".`
    : 'The document has several operations: say which one by operationName.';
  throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
