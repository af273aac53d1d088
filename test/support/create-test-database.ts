import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

/** Creates an empty database of this test's own and gives its address. */
export async function createTestDatabase(): Promise<string> {
  const url = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name} strategy file_copy`);
  await admin.end();
  return url.replace(/\/hub$/, `/${name}`);
}
