/**
 * The push protocol: systems that can call out bring their rows to `POST /ingest/<opd>/<operation>`, signed, and a query
 * is answered out of what they have brought. It refuses to take a row apart or to say that it is newer than it is, and
 * never asks the system for anything.
 */
import { HubError } from '../../base/hub-error.ts';
import { CallFailure } from '../../outbound/index.ts';
import type { CallArguments, OpenPages, Protocol, Source, SourcePlace } from '../protocol.ts';
import { dateAnswer, SpecMistake } from '../protocol.ts';
import { checkAccept, readAccept } from './accept-spec.ts';

export { type AcceptSpec, readAccept } from './accept-spec.ts';

/** As long as its signature: a shorter one is easier to guess than to forge. */
const MIN_SECRET_CHARS = 32;
const PARAMETER = /^:([A-Za-z_]\w*)$/;

export const push: Protocol = {
  name: 'push',
  open: (spec, _limits, place): Source => {
    if (String(spec.push).length < MIN_SECRET_CHARS)
      throw new SpecMistake('push', 'is too short a secret', `give it ${MIN_SECRET_CHARS} letters or more`);
    return {
      prepare: ({ name, spec: operation }) => {
        const { maxRows } = readAccept(operation);
        const stream = `${place?.system}/${name}`;
        const conditions = listConditions(operation.where);
        return async (args) => {
          if (!place?.pushes) throw new CallFailure('unavailable', 'what it pushes is kept by the hub, not here');
          const lookups = Object.fromEntries(conditions.map(([column, template]) => [column, fill(template, args)]));
          const rows = await place.pushes.find(stream, lookups, maxRows + 1);
          if (rows.length > maxRows) throw new CallFailure('badAnswer', `the answer is larger than ${maxRows} rows`);
          const oldestMs = Math.min(...rows.map(({ receivedAtMs }) => receivedAtMs));
          const contents = rows.map(({ content }) => content);
          return Number.isFinite(oldestMs) ? dateAnswer(contents, oldestMs) : contents;
        };
      },
      preparePages: ({ name }) => openPages(place, name),
      close: async () => {},
    };
  },
  listParameters: ({ where }) => ({
    all: [...new Set(listConditions(where).flatMap(([, template]) => PARAMETER.exec(template)?.[1] ?? []))],
    addressed: [],
  }),
  checkOperation: checkAccept,
};

const PAGE_ROWS = 1000;

/** Everything that the system has brought, whatever its rows are asked by. */
function openPages(place: SourcePlace | undefined, name: string): OpenPages {
  return () => {
    let after: string | undefined;
    let isOver = false;
    return {
      hasNext: () => !isOver,
      next: async () => {
        if (!place?.pushes) throw new CallFailure('unavailable', 'what it pushes is kept by the hub, not here');
        const { rows, mark } = await place.pushes.page(`${place.system}/${name}`, after, PAGE_ROWS);
        after = mark;
        isOver = mark === undefined;
        return { content: rows.map(({ content }) => content), total: undefined };
      },
    };
  };
}

function listConditions(where: unknown): (readonly [column: string, template: string])[] {
  if (typeof where !== 'object' || where === null) return [];
  return Object.entries(where).map(([column, template]) => [column, String(template)] as const);
}

/** @throws HubError BAD_USER_INPUT for an argument without a value, which no row may be found by. */
function fill(template: string, args: CallArguments): string {
  const name = PARAMETER.exec(template)?.[1];
  if (name === undefined) return template.replace(/^::/, ':').trim();
  const text = String(args[name] ?? '').trim();
  if (text === '') throw new HubError('BAD_USER_INPUT', `The value of :${name} is empty.`);
  return text;
}
