import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import type { Run } from '../command.ts';
import { readDemo } from '../run-demo.ts';
import { withHub } from '../with-hub.ts';

export const runQuery: Run = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      citizen: { type: 'string', default: 'demo' },
      anonymous: { type: 'boolean', default: false },
      variables: { type: 'string', default: '{}' },
    },
  });
  const [file] = positionals;
  if (!file)
    throw new HubError('BAD_USER_INPUT', 'Say which file: npm run hub -- query schema/operations/home.graphql');
  const body = JSON.stringify({ query: readOperation(file), variables: parseVariables(values.variables) });
  return withHub(async (url) => {
    const token = values.anonymous
      ? undefined
      : (process.env.HUB_TOKEN ?? (await readDemo(['token', '--citizen', values.citizen])).trim());
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { errors?: unknown };
    console.log(JSON.stringify(answer, null, 2));
    return answer.errors ? 1 : 0;
  });
};

function readOperation(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new HubError(
      'BAD_USER_INPUT',
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
      {
        fix: 'The sample operations are in schema/operations/.',
      },
    );
  }
}

function parseVariables(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HubError('BAD_USER_INPUT', '--variables is not JSON', {
      fix: `Write it like: --variables '{"code":"bpprd"}'`,
    });
  }
}
