import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEd25519Text, publicTextOf } from '../../src/base/ed25519-key.ts';
import { readSigningKey, type SubgraphKey } from '../../src/identity/index.ts';
import { note } from '../command/note.ts';
import { runBench } from '../command/run-bench.ts';
import { contenderTitles } from '../contenders/contender.ts';
import { type AnswersAt, describePeer } from '../contenders/describe-peer.ts';
import { type LoggedInCitizen, toHeaders } from '../home/city/citizens.ts';
import { findHomeDifference } from '../home/find-home-difference.ts';
import { openCity } from '../home/open-city.ts';
import { startHub } from '../home/start-hub.ts';
import { startProcess } from '../process/start-process.ts';
import { makeTemporaryFolder } from '../process/temporary-folder.ts';
import { askContender } from '../rounds/ask-contender.ts';
import { signForSubgraphs } from './sign-for-subgraphs.ts';
import { printSupergraph, startSubgraphs } from './start-subgraphs.ts';

const ASKED_CITIZENS = 50;

/**
 * The bench `portable` times nothing: it shows that another router answers the Home query over the hub's subgraphs, each
 * a server of its own, as the hub does. Returns the exit code.
 */
export function runPortable(args: readonly string[]): Promise<number> {
  return runBench(async (stack) => {
    parseArgs({ args: [...args], options: {} });
    const stage = await openStage(stack);
    await compareHomes(stage);
    const { citizens, subgraphs } = stage;
    console.log(
      `${citizens.length} Homes are answered identically by ${contenderTitles.hive} over ${subgraphs.length} standalone subgraphs.`,
    );
  });
}

interface PortableStage {
  readonly citizens: readonly LoggedInCitizen[];
  /** Their names, which a token for them names too. */
  readonly subgraphs: readonly string[];
  readonly key: SubgraphKey;
  readonly hub: { readonly name: string; readonly url: string };
  readonly hive: { readonly name: string; readonly url: string };
}

async function openStage(stack: AsyncDisposableStack): Promise<PortableStage> {
  const folder = makeTemporaryFolder(stack);
  note('Recording the answers of the simulated city …');
  const city = await openCity(folder, stack);
  const key = readSigningKey(createEd25519Text());
  note('Starting every subgraph on its own …');
  const urls = await startSubgraphs(city, publicTextOf(key.key), stack);
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, await printSupergraph(urls));
  note('Starting hive, hub …');
  const peer = describePeer('hive', { supergraphFile, forwardedHeader: 'authorization' });
  const { url } = (await startProcess<AnswersAt>(peer, stack)).ready;
  const hub = await startHub({ ...city, folder, isHubProfiled: false }, stack);
  const citizens = city.citizens.slice(0, ASKED_CITIZENS);
  return { citizens, subgraphs: [...urls.keys()], key, hub, hive: { name: 'hive', url } };
}

/** @throws Error that says where the two first differ, or shows the first answer that is not whole. */
async function compareHomes({ citizens, subgraphs, key, hub, hive }: PortableStage): Promise<void> {
  const query = readFileSync(join(import.meta.dirname, '../../schema/operations/home.graphql'), 'utf8');
  const body = JSON.stringify({ query });
  const expected = await askContender(hub, body, citizens.map(toHeaders));
  // After the hub was asked: these tokens are good for a minute.
  const tokens = await Promise.all(citizens.map(({ nik }) => signForSubgraphs(nik, subgraphs, key)));
  const headers = tokens.map((token) => ({ authorization: `Bearer ${token}` }));
  const answers = await askContender(hive, body, headers);
  for (const [index, answer] of answers.entries()) {
    const difference = findHomeDifference(expected[index], answer);
    if (difference === undefined) continue;
    throw new Error(`Home ${index + 1} of ${answers.length}: hub and hive answer differently at ${difference}`);
  }
}
