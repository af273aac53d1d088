import { createHash } from 'node:crypto';

/** The prefix that GraphQL over HTTP gives to an id that is a sha256 in hexadecimal digits. */
export const ID_PREFIX = 'sha256:';

const ID = /^(?:sha256:)?([0-9a-f]{64})$/i;

/** Finds the hash that an id consists of, in lower case, or nothing when it is no sha256. */
export function findHash(id: string): string | undefined {
  return ID.exec(id)?.[1]?.toLowerCase();
}

/** Hashes a document's text as it is, every blank included. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
