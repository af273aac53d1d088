import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { HubError } from '../../base/hub-error.ts';
import { buildPublicSchema } from '../../federation/index.ts';
import { composeCommittedSupergraph, listCommittedSubgraphs } from '../../hub.ts';
import type { AccessDecision } from '../../identity/index.ts';
import { scalars } from '../../subgraph/index.ts';
import { explainFields } from '../access/explain-fields.ts';
import { imagineCaller } from '../access/imagined-caller.ts';
import type { Run } from '../command.ts';
import { paint } from '../paint.ts';

const VERDICTS: Readonly<Record<AccessDecision | 'notReached', string>> = {
  notReached: '-',
  allowed: 'shown',
  unauthenticated: 'UNAUTHENTICATED',
  forbidden: 'FORBIDDEN',
  unsure: 'ASSURANCE_TOO_LOW',
  unconsented: 'CONSENT_MISSING',
};

const COLOURS = { allowed: 'green', notReached: 'dim' } as Readonly<Record<string, 'green' | 'dim'>>;

/** `access explain`: which rule decides each field of a query for a caller that is only imagined; nothing is asked. */
export const runAccess: Run = async ([action, ...args]) => {
  if (action !== 'explain')
    throw new HubError('BAD_USER_INPUT', 'Say what to do: npm run hub -- access explain --as <caller> <query or file>');
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      as: { type: 'string', default: 'citizen' },
      acr: { type: 'string', default: 'substantial' },
      scope: { type: 'string', multiple: true, default: ['citizen'] },
      under: { type: 'string' },
      'of-another': { type: 'boolean', default: false },
    },
  });
  const { under } = values;
  if (under !== undefined && under !== 'case' && under !== 'break-glass')
    throw new HubError('BAD_USER_INPUT', '--under is case or break-glass');
  const who = imagineCaller({
    as: values.as,
    acr: values.acr,
    scopes: values.scope.filter(Boolean),
    under,
    ofAnother: values['of-another'],
  });
  const schema = buildPublicSchema(composeCommittedSupergraph(), scalars);
  const document = readDocument(schema, positionals[0]);
  const rows = explainFields(schema, listCommittedSubgraphs(), document, who);
  for (const { depth, field, subgraph, rules, decision } of rows) {
    const verdict = paint(COLOURS[decision] ?? 'red', VERDICTS[decision].padEnd(18));
    const why = rules.length > 0 ? rules.join('; ') : 'open to everybody';
    console.log(`${verdict} ${`${'  '.repeat(depth)}${field}`.padEnd(34)} ${subgraph.padEnd(16)} ${paint('dim', why)}`);
  }
  return 0;
};

function readDocument(schema: GraphQLSchema, given: string | undefined): DocumentNode {
  try {
    const document = parse(readQuery(given));
    const [mistake] = validate(schema, document);
    if (mistake) throw mistake;
    return document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new HubError('BAD_USER_INPUT', error.message, { cause: error });
  }
}

function readQuery(text: string | undefined): string {
  if (text === undefined)
    throw new HubError('BAD_USER_INPUT', 'Give a query, or a file such as schema/operations/home.graphql');
  return existsSync(text) ? readFileSync(text, 'utf8') : text;
}
