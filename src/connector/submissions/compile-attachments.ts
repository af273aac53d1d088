import type { AttachmentRule } from '../../ports/attachment-store.ts';
import { sourcesOf } from '../compile/compile-arguments.ts';
import type { FieldScope } from '../compile/compile-field.ts';
import type { CompiledWrite } from '../compile/compile-write.ts';
import type { AttachmentsSpec, SubmissionSpec } from './compiled-submission.ts';
import type { MutationField } from './find-mutation.ts';

/** Where the files stand in what is sent that came with it: a list of texts in base64. */
export const ATTACHMENTS = 'submission.attachments';

export interface CompiledAttachments {
  readonly rule: AttachmentRule;
  /** What gets the files. */
  readonly parameter: string;
}

const ARGUMENT = 'attachments: [ID!]';

/** Compiles what may be attached to a submission; undefined for nothing, and for a mistake, which is reported. */
export function compileAttachments(
  { fields }: { readonly fields: FieldScope },
  target: string,
  spec: SubmissionSpec,
  write: CompiledWrite,
  { takesAttachments }: MutationField,
): CompiledAttachments | undefined {
  const at = ['submissions', target];
  const add = (key: readonly string[], message: string, suggestion: string) =>
    fields.report.add([...at, ...key], message, suggestion);
  const [named, ...more] = Object.entries(spec.with).filter(([, text]) => sourcesOf(text).includes(ATTACHMENTS));
  if (!named) {
    if (takesAttachments || spec.attachments)
      add(['with'], 'what citizens attach would go nowhere', `give a parameter: ${ATTACHMENTS}`);
    return undefined;
  }
  const [parameter, expression] = named;
  const place = ['with', parameter];
  if (!takesAttachments) add(place, `${target} has no argument ${ARGUMENT}`, 'give it one in schema.graphql');
  if (!spec.attachments) add(place, 'how many files there may be is not said', 'write: attachments: { max: 3 }');
  if (more.length > 0 || expression.trim() !== ATTACHMENTS)
    add(place, 'files are sent as they are, and once', `write: ${ATTACHMENTS}`);
  if (!write.takesLists || write.addressed.has(parameter))
    add(
      place,
      `${parameter} is a list, which only a JSON body takes`,
      `put ":${parameter}" into the body of ${write.name}`,
    );
  return spec.attachments && { parameter, rule: readRule(spec.attachments) };
}

const UNITS = { KB: 1_024, MB: 1_048_576 } as const;

function readRule({ max, jpeg }: AttachmentsSpec): AttachmentRule {
  const [, amount, unit] = /^(\d+)(KB|MB)$/.exec(jpeg ?? '') ?? [];
  return { max, jpegBytes: amount === undefined ? undefined : Number(amount) * UNITS[unit as keyof typeof UNITS] };
}
