import { type ErrorCode, errorCodes } from '../base/hub-error.ts';
import type { DescribedCode } from '../ports/hub-facts.ts';
import { sentenceFor } from './messages.ts';

/** GraphQL's own, which no code of the hub throws. */
const ofGraphql = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE'] as const;
/** A mistake in settings ends the start; whoever meets it later gets INTERNAL. */
type ClientCode = Exclude<ErrorCode, 'CONFIG_INVALID'> | (typeof ofGraphql)[number];

const MEANINGS: Readonly<Record<ClientCode, string>> = {
  SESSION_EXPIRED: "To the hub's own pages: the session is over; log in again.",
  CSRF_REFUSED: "To the hub's own pages: the request does not prove that it comes from one of them.",
  UNAUTHENTICATED: 'Log in, or log in again; 401 for a bad token.',
  FORBIDDEN: "Not this caller's to see; the same whether or not it exists, and no system was asked.",
  NOT_FOUND: 'There is no such thing, or none that this caller may know of.',
  BAD_USER_INPUT: 'A value is wrong; the message says why and does not repeat it.',
  BAD_REQUEST: 'The request cannot be read.',
  OPERATION_TOO_LARGE: 'More than the limits on depth, tokens, aliases, root fields, directives or objects in lists.',
  DOCUMENT_NOT_TRUSTED: 'Only registered operations run here, and this is none.',
  DOCUMENT_UNKNOWN: 'No registered operation has this hash.',
  INGEST_SIGNATURE: 'To a system that pushes: wrongly signed.',
  INGEST_STALE: "To a system that pushes: its clock and the hub's are too far apart.",
  INGEST_REPLAYED: 'To a system that pushes: this delivery was taken already.',
  OPD_UNAVAILABLE: "The agency's system does not answer; the field is null, the others are there.",
  OPD_BAD_ANSWER: "The agency's system answers something unreadable; the field is null, the others are there.",
  OPD_QUOTA: "The agency's system allows no more for now; `retryAfter` says for how many seconds.",
  SUBGRAPH_UNAVAILABLE: 'A part of the graph does not answer; its fields are null, the others are there.',
  SUBGRAPH_BAD_ANSWER: 'A part of the graph answers something unreadable; its fields are null.',
  LOGIN_UNAVAILABLE: 'The issuer of the token cannot be reached.',
  ASSURANCE_TOO_LOW: 'That needs a surer log-in: send the citizen to log in again with `acr_values`.',
  APP_UNKNOWN: "The token's application is not registered here, or no longer.",
  PURPOSE_MISSING: 'The application has several purposes, or not this one: send one of them as `hub-purpose`.',
  CONSENT_MISSING: 'The citizen has not consented to this application seeing it.',
  PROOF_WRONG: "The number and the fact do not go together by the agency's records.",
  PROOF_IMPOSSIBLE: "The agency's records lack what would prove the number.",
  LINK_TAKEN: 'The number is linked to somebody else.',
  LINK_MISSING: 'The citizen must link his number with that system first: `linkAccount`.',
  IDEMPOTENCY_KEY_REUSED: 'The key belongs to another submission of the same citizen: make a new one for each form.',
  ATTACHMENT_REFUSED: 'A file that is none of JPEG, PNG, WebP or PDF, or too large.',
  STORAGE_FULL: 'There is no room for files now.',
  TOO_MANY_REQUESTS: 'More often than is allowed; wait as long as `retryAfter` says.',
  AUDIT_UNAVAILABLE: 'The access could not be written down, so nothing is shown.',
  INTERNAL: "The hub's fault; `fix` holds a reference that its log has too.",
  GRAPHQL_PARSE_FAILED: 'The document is no GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema, or a personal value stands in it.',
  OPERATION_RESOLUTION_FAILURE: 'The document has several operations and none was named, or not this one.',
};

const RETRYABLE: ReadonlySet<string> = new Set<ClientCode>([
  'OPD_UNAVAILABLE',
  'OPD_QUOTA',
  'SUBGRAPH_UNAVAILABLE',
  'LOGIN_UNAVAILABLE',
  'STORAGE_FULL',
  'TOO_MANY_REQUESTS',
  'AUDIT_UNAVAILABLE',
]);

/** Every code that a client may meet, with its sentence for people and its meaning for developers. */
export function listErrorCodes(): DescribedCode[] {
  const codes = [...errorCodes.filter((code) => code !== 'CONFIG_INVALID'), ...ofGraphql];
  return codes.map((code) => ({
    code,
    sentence: sentenceFor(code, undefined, undefined),
    meaning: MEANINGS[code],
    isRetryable: RETRYABLE.has(code),
  }));
}
