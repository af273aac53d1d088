import { HubError } from '../../base/hub-error.ts';
import type { Run } from '../command.ts';

const actions: Readonly<Record<string, () => Promise<Run>>> = {
  new: async () => (await import('../connector/new.ts')).runConnectorNew,
  check: async () => (await import('../connector/check.ts')).runConnectorCheck,
  try: async () => (await import('../connector/try.ts')).runConnectorTry,
  probe: async () => (await import('../connector/probe.ts')).runConnectorProbe,
  list: async () => (await import('../connector/list.ts')).runConnectorList,
};

/** `connector <action>`: what an OPD's IT staff do with their connector files. */
export const runConnector: Run = async ([action = '', ...args]) => {
  const load = actions[action];
  if (load) return (await load())(args);
  throw new HubError('BAD_USER_INPUT', 'Say what to do: npm run hub -- connector check [<opd> …]', {
    fix: `There are: ${Object.keys(actions).join(', ')}.`,
  });
};
