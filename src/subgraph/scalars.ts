import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { HubError } from '../base/hub-error.ts';
import { isRealDay } from '../base/jakarta-time.ts';

/** Says what is wrong with a value, in a sentence that does not repeat it; undefined when nothing is. */
type Refuse = (value: unknown) => string | undefined;

/**
 * A scalar whose values stay as they are, so that a subgraph elsewhere gets exactly what the client sent. What comes out
 * of an OPD has been made by a converter and is not checked a second time.
 */
function createScalar(name: string, refuse: Refuse, literal: (node: ValueNode) => unknown): GraphQLScalarType {
  const check = (value: unknown): unknown => {
    const reason = refuse(value);
    if (reason === undefined) return value;
    throw new GraphQLError(reason, {
      extensions: { code: 'BAD_USER_INPUT' },
      originalError: new HubError('BAD_USER_INPUT', reason),
    });
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: check,
    parseLiteral: (node) => check(literal(node)),
  });
}

const textOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);
const numberOf = (node: ValueNode): unknown => (node.kind === Kind.INT ? Number(node.value) : undefined);

function refuseNik(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'A NIK is text of 16 digits; as a number its last digits may be lost.';
  if (/\s/.test(value)) return 'A NIK has no spaces: give its 16 digits without any.';
  if (!/^\d*$/.test(value)) return 'A NIK has digits only.';
  if (value.length !== 16) return `A NIK has 16 digits; this one has ${value.length}.`;
  return undefined;
}

function refuseDate(value: unknown): string | undefined {
  const match = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null;
  if (!match) return 'A date is written YYYY-MM-DD.';
  return isRealDay(Number(match[1]), Number(match[2]), Number(match[3])) ? undefined : 'There is no such day.';
}

function refuseMonth(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? undefined : 'A month is written YYYY-MM.';
}

// As long as a letter about one’s data may be (requestAboutData); whoever sends more means no good.
const MAX_PERSONAL_CHARS = 2000;

function refusePersonalText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return 'It is text, and not empty.';
  return value.length > MAX_PERSONAL_CHARS ? `It has at most ${MAX_PERSONAL_CHARS} letters.` : undefined;
}

function refuseDateTime(value: unknown): string | undefined {
  const isInstant =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value);
  return isInstant && !Number.isNaN(Date.parse(value))
    ? undefined
    : 'An instant is written as ISO 8601 with its offset.';
}

function refuseRupiah(value: unknown): string | undefined {
  return Number.isSafeInteger(value) ? undefined : 'An amount is a whole number of rupiah.';
}

/** The implementations of the scalars in schema/shared.graphql, by name. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = {
  NIK: createScalar('NIK', refuseNik, textOf),
  Date: createScalar('Date', refuseDate, textOf),
  Month: createScalar('Month', refuseMonth, textOf),
  PersonalText: createScalar('PersonalText', refusePersonalText, textOf),
  DateTime: createScalar('DateTime', refuseDateTime, textOf),
  Rupiah: createScalar('Rupiah', refuseRupiah, numberOf),
};
