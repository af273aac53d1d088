import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { createBareGateway } from '../src/bare-gateway.ts';
import { createLog } from '../src/base/log.ts';
import { listOpds } from '../src/connector/index.ts';
import { defaultLimits } from '../src/gateway/index.ts';
import { readSigningKey } from '../src/identity/index.ts';
import { citizenCaller, mandateOf } from '../src/identity/testing/callers.ts';
import { composePortableSupergraph } from '../src/portable-supergraph.ts';
import { projectRoot } from '../src/project-root.ts';
import { ask } from './support/ask.ts';
import { type RemoteOpds, startRemoteOpds } from './support/start-remote-opds.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const HOME = readFileSync(new URL('../schema/operations/home.graphql', import.meta.url), 'utf8');
const SUBGRAPHS = ['city', ...listOpds(join(projectRoot, 'connectors'))];

let hub: TestHub;
let subgraphs: RemoteOpds;
beforeAll(async () => {
  hub = await startTestHub();
  subgraphs = await startRemoteOpds(SUBGRAPHS, hub.demo.hubEnvironment);
});
afterAll(async () => {
  await subgraphs.stop();
  await hub.stop();
});

/** What the hub's token service would give a router inside the trusted network: one token for all subgraphs. */
async function signForAll(alias: 'demo' | 'ganda' | 'kosong'): Promise<string> {
  const { id, key } = readSigningKey(subgraphs.hubSettings.HUB_SUBGRAPH_SIGNING_KEY ?? '');
  const { nik } = findPerson(alias);
  const citizen = citizenCaller(nik, { expiresMs: Date.now() + 60_000 });
  const caller = { ...citizen, scopes: [...citizen.scopes] };
  return new SignJWT({ ...mandateOf(citizen), caller })
    .setProtectedHeader({ alg: 'EdDSA', kid: id, typ: 'hub-subgraph+jwt' })
    .setIssuer('hub')
    .setAudience(SUBGRAPHS)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(key);
}

it.each(['demo', 'ganda', 'kosong'] as const)(
  'another gateway over the standalone subgraphs answers the Home of %s alike',
  async (alias) => {
    const gateway = await createBareGateway({
      supergraphSdl: composePortableSupergraph(subgraphs.urls),
      forwardedHeaders: ['authorization'],
      corsOrigins: [],
      isDeduplicating: true,
      limits: {},
      operationLimits: defaultLimits,
      log: createLog('silent'),
    });
    const url = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await ask(url, HOME, { token: await signForAll(alias) });
    await gateway.close();
    const withoutMoments = (text: string) => text.replace(/"asOf":"[^"]+"/g, '');
    expect(withoutMoments(answer.text)).toBe(withoutMoments((await hub.ask(HOME, { citizen: alias })).text));
    expect(answer.data.me).not.toBeNull();
  },
);
