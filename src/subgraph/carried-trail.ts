import type { AccessEntry } from '../ports/access-log.ts';
import type { AccessTrail } from './access-trail.ts';
import type { SubgraphContext } from './subgraph-module.ts';

/** The trail of an answer as a subgraph on its own server sends it to the hub, beside the answer's data. */
export interface CarriedTrail {
  readonly allowed: readonly string[];
  readonly refused: readonly { readonly owner: string; readonly fields: readonly string[] }[];
  /** Whom it shows besides the person of the mandate. */
  readonly shown?: readonly { readonly subject: AccessEntry['subject']; readonly fields: readonly string[] }[];
}

/** Writes a trail down for the hub; undefined when the answer shows nothing of anybody. */
export function carryTrail(trail: AccessTrail): CarriedTrail | undefined {
  if (trail.isEmpty) return undefined;
  const fieldsOf = (reads: readonly { readonly fields: readonly string[] }[]) => reads.flatMap(({ fields }) => fields);
  const shown = trail.listShown().map(({ subject, reads }) => ({ subject, fields: fieldsOf(reads) }));
  return {
    ...(shown.length > 0 && { shown }),
    allowed: fieldsOf(trail.listAllowed()),
    refused: trail.listRefused().map(({ owner, reads }) => ({ owner, fields: fieldsOf(reads) })),
  };
}

/**
 * Takes the trail of another server's answer over into the request's own. A server that says nothing of it may have shown
 * anything: everything that it holds counts as seen.
 */
export function adoptTrail(
  opd: string,
  extensions: Readonly<Record<string, unknown>> | undefined,
  to: SubgraphContext,
) {
  const access = extensions?.access as Partial<CarriedTrail> | null | undefined;
  // Null is what a server says whose answer shows nothing of anybody.
  if (access === null) return;
  if (!Array.isArray(access?.allowed) || !Array.isArray(access.refused)) {
    to.trail.allow({ opd, field: '*' });
    return;
  }
  for (const field of access.allowed) to.trail.allow({ opd, field: String(field) });
  for (const { subject, fields } of access.shown ?? [])
    for (const field of fields) to.trail.show(readSubject(subject), { opd, field: String(field) });
  for (const { owner, fields } of access.refused)
    for (const field of fields) to.trail.refuse(String(owner), { opd, field: String(field) });
}

function readSubject(subject: AccessEntry['subject']): AccessEntry['subject'] {
  if (typeof subject === 'string') return subject;
  return { kind: String(subject.kind), number: String(subject.number) };
}
