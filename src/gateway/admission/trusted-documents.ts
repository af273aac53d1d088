import { parse, print } from 'graphql';
import { HubError } from '../../base/hub-error.ts';
import { findHash, hashText, ID_PREFIX } from './document-id.ts';

/** Operations that are registered before any client asks for them. */
export interface TrustedDocuments {
  /** Finds the one text that an id stands for; `sha256:` in front of it and capitals make no difference. */
  findText(id: string): string | undefined;
  /** Whether a text is a registered one, as it stands in its file or as graphql-js prints it. */
  has(text: string): boolean;
  /** `sha256:` and the hash of each registered text as it stands, in the order given. */
  readonly ids: readonly string[];
}

/**
 * Registers documents under two ids each: the sha256 of the text as it stands, which GraphQL over HTTP asks for, and
 * that of graphql-js's `print(parse(text))`, which Apollo Client and others make of a parsed document.
 *
 * graphql-codegen's client preset (`persistedDocuments`) hashes neither but a form of its own, with fields sorted and
 * blanks collapsed, which it writes beside the hash into persisted-documents.json. The values of that file, given here
 * as texts, get the ids that the generated client sends, if `hashAlgorithm` is left at `'sha256'`; `mode` and
 * `hashPropertyName` may be anything.
 *
 * @throws HubError CONFIG_INVALID for a text that is not GraphQL.
 */
export function createTrustedDocuments(texts: readonly string[]): TrustedDocuments {
  const registered = [...new Set(texts)];
  const byHash = new Map(registered.map((text) => [hashText(text), text]));
  const ids = [...byHash.keys()].map((hash) => ID_PREFIX + hash);
  const accepted = new Set(registered);
  for (const [index, text] of texts.entries()) {
    const printed = printText(text, index);
    accepted.add(printed);
    const hash = hashText(printed);
    // A text that stands so in a file is itself what its hash means.
    if (!byHash.has(hash)) byHash.set(hash, text);
  }
  return {
    findText(id) {
      const hash = findHash(id);
      return hash === undefined ? undefined : byHash.get(hash);
    },
    has: (text) => accepted.has(text),
    ids,
  };
}

function printText(text: string, index: number): string {
  try {
    return print(parse(text, { noLocation: true }));
  } catch (cause) {
    throw new HubError('CONFIG_INVALID', `Registered operation ${index + 1} is not GraphQL.`, {
      cause,
      fix: 'Correct the file, or take it out of the registered operations.',
    });
  }
}
