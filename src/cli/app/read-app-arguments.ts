import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import { type AppDefinition, DEFAULT_PER_MINUTE, MAX_PER_MINUTE } from '../../store/index.ts';
import { readNumber } from '../read-number.ts';

const many = { type: 'string', multiple: true, default: [] as string[] } as const;

/** Reads what `app add` is told. @throws HubError BAD_USER_INPUT for what is missing. */
export function readAppArguments(args: string[]): { app: AppDefinition; wantsSecret: boolean } {
  const { values } = parseArgs({
    args,
    options: {
      id: { type: 'string' },
      name: { type: 'string' },
      owner: { type: 'string' },
      // Whoever forgets to say it gets the one that needs citizens' consent.
      party: { type: 'string', default: 'other' },
      scope: many,
      purpose: many,
      'redirect-uri': many,
      origin: many,
      'per-minute': { type: 'string', default: String(DEFAULT_PER_MINUTE) },
      secret: { type: 'boolean', default: false },
    },
  });
  const { name, owner, party, scope: scopes, purpose: purposes, origin: origins } = values;
  if (!name || !owner || purposes.length === 0)
    throw new HubError('BAD_USER_INPUT', 'An app needs a name, somebody who answers for it, and a purpose', {
      fix: 'For example: npm run hub -- app add --name "Izin Ku" --owner DPMPTSP --scope citizen.dpmptsp --purpose izin',
    });
  if (party !== 'city' && party !== 'other') throw new HubError('BAD_USER_INPUT', '--party must be city or other');
  const perMinute = readNumber('--per-minute', values['per-minute'], MAX_PER_MINUTE);
  const id = values.id ?? asId(name);
  const redirectUris = values['redirect-uri'];
  return {
    app: { id, name, owner, party, scopes, purposes, redirectUris, origins, perMinute },
    wantsSecret: values.secret,
  };
}

function asId(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
