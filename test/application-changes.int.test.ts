import { expect, it } from 'vitest';
import { announceChanges, openApplicationChanges, openDatabase } from '../src/store/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';

it('whoever listens to changes hears that some may have been missed when the connection was lost, and goes on hearing', async () => {
  const database = await openDatabase(await createTestDatabase(), { maxConnections: 2 });
  const changes = openApplicationChanges(database);
  const [subject, key] = [Buffer.from('subject'), Buffer.from('key')];
  const heard: unknown[] = [];
  const listening = changes.listen([subject], (changed) => heard.push(changed));
  const listeners = "from pg_stat_activity where datname = current_database() and query like 'listen %'";
  const countListeners = async () => (await database.pool.query(`select pid ${listeners}`)).rowCount;
  await expect.poll(countListeners).toBe(1);
  await database.pool.query(`select pg_terminate_backend(pid) ${listeners}`);
  await expect.poll(() => heard).toEqual([undefined]);
  const client = database.createClient('test');
  await client.connect();
  await announceChanges(client, 7, [{ subject, key }]);
  await expect.poll(() => heard).toEqual([undefined, { stream: 7, key }]);
  listening.end();
  await client.end();
  await changes.close();
  await database.close();
});
