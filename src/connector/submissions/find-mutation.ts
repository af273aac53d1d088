import { type GraphQLSchema, getNamedType, isNonNullType } from 'graphql';
import type { FieldScope } from '../compile/compile-field.ts';
import { suggest } from '../problem.ts';

/** The field of Mutation by which something is handed in. */
export interface MutationField {
  readonly name: string;
  readonly argumentNames: readonly string[];
  /** Whether files may go with it, by the argument `attachments: [ID!]`. */
  readonly takesAttachments: boolean;
  /** `args.<name>` of those whose text is personal. */
  readonly personalArguments: ReadonlySet<string>;
}

export const KEY_ARGUMENT = 'idempotencyKey';
export const ATTACHMENTS_ARGUMENT = 'attachments';
const PERSONAL = new Set(['NIK', 'PersonalText']);

/** Finds `Mutation.<field>` in the OPD's SDL and checks its shape; undefined when it has a mistake, which is reported. */
export function findMutation(
  { schema, fields }: { readonly schema: GraphQLSchema; readonly fields: FieldScope },
  target: string,
): MutationField | undefined {
  const at = ['submissions', target];
  const [typeName = '', fieldName = '', ...more] = target.split('.');
  if (typeName !== 'Mutation' || fieldName === '' || more.length > 0) {
    fields.report.add(at, `"${target}" is not a field of Mutation`, 'write it like: Mutation.fileComplaint');
    return undefined;
  }
  const all = schema.getMutationType()?.getFields() ?? {};
  const field = all[fieldName];
  if (!field) {
    fields.report.add(
      at,
      `Mutation has no field "${fieldName}" in schema.graphql`,
      suggest(fieldName, Object.keys(all)),
    );
    return undefined;
  }
  const typeOf = (name: string) => field.args.find((one) => one.name === name)?.type;
  const key = typeOf(KEY_ARGUMENT);
  const isKeyed = key !== undefined && isNonNullType(key) && getNamedType(key).name === 'String';
  if (!isKeyed) {
    const suggestion = `give it the argument: ${KEY_ARGUMENT}: String!`;
    fields.report.add(at, `${target} could be sent twice by a double click`, suggestion);
  }
  const isSubmission = getNamedType(field.type).name === 'Submission';
  if (!isSubmission) fields.report.add(at, `${target} must give a Submission!`);
  if (!isKeyed || !isSubmission) return undefined;
  const personal = field.args.filter(({ type }) => PERSONAL.has(getNamedType(type).name));
  const takesAttachments = String(typeOf(ATTACHMENTS_ARGUMENT)) === '[ID!]';
  const isOwn = (name: string) => name === KEY_ARGUMENT || (takesAttachments && name === ATTACHMENTS_ARGUMENT);
  return {
    name: fieldName,
    argumentNames: field.args.map(({ name }) => name).filter((name) => !isOwn(name)),
    takesAttachments,
    personalArguments: new Set(personal.map(({ name }) => `args.${name}`)),
  };
}
