const WORDS = { type: 'string', minLength: 1 };
const LIST = { type: 'array', minItems: 1, uniqueItems: true, items: WORDS };
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', $comment: 'must be a day, "YYYY-MM-DD" in quotes' };
const AMOUNT = { type: 'integer', minimum: 0, $comment: 'must be a whole number from 0' };

const STEP = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'channel'],
  properties: { name: WORDS, channel: { enum: ['online', 'counter'] } },
};

const STANDARD = {
  type: 'object',
  additionalProperties: false,
  required: ['from', 'requirements', 'steps', 'product', 'complaints', 'basis'],
  properties: {
    from: DAY,
    until: DAY,
    isDefault: { type: 'boolean', default: false },
    requirements: LIST,
    steps: { type: 'array', minItems: 1, items: STEP },
    days: AMOUNT,
    fee: AMOUNT,
    product: WORDS,
    complaints: WORDS,
    basis: LIST,
    note: WORDS,
  },
};

/** JSON Schema of one service in data/, which its README describes. */
export const serviceSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'name', 'about', 'standards'],
  properties: {
    code: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$',
      $comment: "must be the OPD's code, a dot and the service's own, in small letters",
    },
    name: WORDS,
    about: WORDS,
    words: { ...LIST, minItems: 0, default: [] },
    calledBy: {
      type: 'object',
      propertyNames: { pattern: '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$' },
      additionalProperties: LIST,
      default: {},
    },
    standards: { type: 'array', minItems: 1, items: STANDARD },
  },
};
