import { HubError } from '../../base/hub-error.ts';
import { OWNER } from '../../base/owner.ts';
import type { AttachmentRule, AttachmentType } from '../../ports/attachment-store.ts';
import type { LinkReader } from '../../ports/link-reader.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { ReadArgument } from '../compile/compile-reader.ts';
import type { FieldResolver } from '../run/resolver.ts';
import { buildValues } from './compile-values.ts';
import { ATTACHMENTS_ARGUMENT, KEY_ARGUMENT } from './find-mutation.ts';

export interface SubmissionResolverParts {
  readonly kind: string;
  readonly opd: string;
  readonly system: string;
  readonly links: LinkReader;
  /** Absent where the hub's database is not, as on an OPD's own server. */
  readonly outbox: Outbox | undefined;
  readonly linkKind: string | undefined;
  readonly readers: ReadonlyMap<string, ReadArgument>;
  readonly rule: AttachmentRule | undefined;
}

/**
 * Creates the resolver that keeps what a citizen hands in; it has been kept for good when it answers, and no system has
 * been asked.
 */
export function createSubmissionResolver(parts: SubmissionResolverParts): FieldResolver {
  const { kind, opd, system, linkKind, readers, rule } = parts;
  return async (_parent, args, { caller }) => {
    const { outbox } = parts;
    if (!outbox) throw new HubError('NOT_FOUND', 'This is taken by the hub itself only.', { fix: 'Ask the hub.' });
    const nik = caller?.kind === 'citizen' ? caller.nik : undefined;
    if (nik === undefined) throw new HubError('FORBIDDEN', 'Only a citizen hands something in, and for himself.');
    const idempotencyKey = readKey(args[KEY_ARGUMENT]);
    const link = linkKind === undefined ? undefined : await getLink(parts, linkKind, nik);
    const content = buildValues(readers, { parent: { 'caller.nik': nik }, args, link });
    const attachments = rule ? readAttachments(args[ATTACHMENTS_ARGUMENT], rule) : [];
    const types = rule?.jpegBytes !== undefined && { attachmentTypes: PICTURES };
    const { id } = await outbox.accept({ kind, opd, system, nik, idempotencyKey, content, attachments, ...types });
    return { id, [OWNER]: nik };
  };
}

/** Shorter ones would be met again by accident, and nothing else belongs into a key. */
const KEY = /^[\x21-\x7e]{8,100}$/;

function readKey(key: unknown): string {
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new HubError('BAD_USER_INPUT', `${KEY_ARGUMENT} has 8 to 100 letters, digits and signs, and no blanks.`, {
    fix: 'Take a new UUID whenever a form is opened, and send it again with the same form only.',
  });
}

/** What a JPEG can be made of. */
const PICTURES: readonly AttachmentType[] = ['image/jpeg', 'image/png', 'image/webp'];

function readAttachments(given: unknown, { max }: AttachmentRule): readonly string[] {
  const ids = Array.isArray(given) ? [...new Set(given.map(String))] : [];
  if (ids.length <= max) return ids;
  throw new HubError('BAD_USER_INPUT', `No more than ${max} attachments go with it.`, { fix: 'Leave some out.' });
}

async function getLink({ links, opd }: SubmissionResolverParts, kind: string, nik: string): Promise<string> {
  const [own = []] = await links.listLinksOf([nik], kind);
  const [only] = own;
  if (only !== undefined && own.length === 1) return only;
  throw new HubError('LINK_MISSING', `It needs just one linked number of the kind ${kind}; there are ${own.length}.`, {
    opd,
    fix:
      own.length === 0 ? 'Link it first: mutation linkAccount.' : 'End the link that no longer holds: unlinkAccount.',
  });
}
