import { LRUCache } from 'lru-cache';
import { HubError } from '../base/hub-error.ts';
import type { AccessActor, AccessEntry, AccessRead } from '../ports/access-log.ts';
import { checkKeyRing, hashLink, hashSubject, hashValue, type KeyRing, type SecretKey, seal } from '../store/index.ts';
import type { AccessRow } from './log-row.ts';

type ActorColumns = Pick<AccessRow, 'actorHash' | 'actorSealed' | 'dataKeyId'>;

/** What an actor's hash and seal are bound to, so that they mean nothing elsewhere. */
const ACTOR = 'access_log.actor';
/** Staff and applications that are kept; to seal one costs ten times the rest of a row. */
const MAX_ACTORS = 10_000;
/** Times outside are a fault of the caller, and each month would be a table. */
const EARLIEST_MS = Date.UTC(2020, 0);
const LATEST_MS = Date.UTC(2100, 0);

/**
 * Creates what turns an entry into the row that is kept: persons as keyed hashes, staff and applications sealed as well.
 * @throws HubError CONFIG_INVALID when the keys are not usable; the function BAD_USER_INPUT for what no row can hold.
 */
export function createRowMaker(keys: KeyRing): (entry: AccessEntry) => AccessRow {
  checkKeyRing(keys);
  const indexKey = keys.index[0] as SecretKey; // checkKeyRing has seen it
  const citizens = new LRUCache<string, ActorColumns>({ max: MAX_ACTORS });
  const others = new LRUCache<string, ActorColumns>({ max: MAX_ACTORS });

  function describeActor({ kind, id }: AccessActor): ActorColumns {
    const known = kind === 'citizen' ? citizens : others;
    const before = known.get(id);
    if (before) return before;
    const columns = makeColumns(kind, id);
    known.set(id, columns);
    return columns;
  }

  function makeColumns(kind: AccessActor['kind'], id: string): ActorColumns {
    const actorHash = hashValue(id, ACTOR, indexKey);
    // A citizen is looked up by who he is and never read out of the log.
    if (kind === 'citizen') return { actorHash, actorSealed: null, dataKeyId: null };
    const { bytes, dataKeyId } = seal(id, keys.data, [actorHash, ACTOR]);
    return { actorHash, actorSealed: bytes, dataKeyId };
  }

  return (entry) => {
    const { atMs, channel, actor, purpose, basis, outcome } = entry;
    if (!(Number.isInteger(atMs) && atMs >= EARLIEST_MS && atMs < LATEST_MS)) throw unfit('its time is not one');
    return {
      atMs,
      channel,
      actorKind: actor.kind,
      ...describeActor(actor),
      actorOpd: checkText(actor.opd) ?? null,
      app: checkText(entry.app) ?? null,
      subjectHash: hashPerson(entry.subject, indexKey),
      indexKeyId: indexKey.id,
      reads: formatReads(entry.reads),
      purpose: checkText(purpose),
      basis,
      caseId: checkText(entry.caseId) ?? null,
      outcome,
    };
  };
}

function hashPerson(subject: AccessEntry['subject'], key: SecretKey): Buffer {
  return typeof subject === 'string' ? hashSubject(subject, key) : hashLink(subject.kind, subject.number, key);
}

/** Returns what was read, as the log keeps it: what the port knows of it and nothing besides. */
function formatReads(reads: readonly AccessRead[]): string {
  return JSON.stringify(reads.map(({ opd, fields }) => ({ opd, fields })));
}

/** PostgreSQL takes no NUL in a text, and one such entry would fail all that are written with it. */
function checkText<Text extends string | undefined>(text: Text): Text {
  if (text?.includes('\0')) throw unfit('a text in it holds a NUL character');
  return text;
}

function unfit(reason: string): HubError {
  return new HubError('BAD_USER_INPUT', `The access cannot be recorded: ${reason}`);
}
