import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { runTpp } from '../src/cli/commands/tpp.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import { type OpenAllowances, openAllowances } from './support/open-allowances.ts';

let open: OpenAllowances;
beforeAll(async () => {
  open = await openAllowances(300);
});
afterAll(() => open.close());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function run(args: readonly string[], databaseUrl = open.databaseUrl) {
  const asText = ({ id, key }: { readonly id: string; readonly key: Buffer }) => `${id}:${key.toString('base64')}`;
  // A setting of the tests, which the hub rightly does not know.
  vi.stubEnv('HUB_TESTS_NEED_REDIS', undefined);
  vi.stubEnv('DATABASE_URL', databaseUrl);
  vi.stubEnv('HUB_INDEX_KEYS', open.keys.index.map(asText).join(','));
  vi.stubEnv('HUB_DATA_KEYS', open.keys.data.map(asText).join(','));
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  return { code: await runTpp([...args]), text: lines.join('\n') };
}

it('computes a month, and says by how many and that the rule is a default', async () => {
  const { code, text } = await run(['run', '--month', '2026-10']);
  expect(code).toBe(0);
  expect(text).toContain(`2026-10: ${open.employees.length} employees`);
  expect(text).toContain('default rule');
  const [siti] = await open.allowances.find('198604122010032001', '2026-10');
  expect(siti?.amount).toBe(3_735_000);
  const { text: json } = await run(['run', '--month', '2026-10', '--json']);
  expect(JSON.parse(json)).toMatchObject({ month: '2026-10', employees: open.employees.length });
});

it.each([
  [['compute'], /Say what to do/],
  [['run'], /A month is written/],
  [['run', '--month', '2026-13'], /A month is written/],
])('says what is wrong with %j', async (args, message) => {
  await expect(run(args)).rejects.toThrow(message);
});

it('computes nothing where nobody has been copied', async () => {
  await expect(run(['run', '--month', '2026-10'], await createTestDatabase())).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
