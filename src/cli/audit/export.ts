import { type FileHandle, open, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exportAccessLog, readCheckpoints } from '../../audit/index.ts';
import { HubError } from '../../base/hub-error.ts';
import { isRealDay } from '../../base/jakarta-time.ts';
import { readAuditSetting } from './audit-setting.ts';
import { reportVerification } from './report-verification.ts';
import { withAuditDatabase } from './with-audit-database.ts';
import { withRowProgress } from './with-row-progress.ts';

const DAY_MS = 24 * 3_600_000;

/** `audit export`: some days' rows in a file that verifies by itself; exit code 1 when the log is not sound there. */
export async function runExport(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { from: { type: 'string' }, until: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.out === undefined) {
    throw new HubError('BAD_USER_INPUT', 'Say into which file: --out <file>', {
      fix: 'For example: npm run hub -- audit export --from 2026-11-01 --until 2026-11-30 --out november.jsonl',
    });
  }
  const fromMs = readDay('--from', values.from);
  const lastDayMs = readDay('--until', values.until);
  const untilMs = lastDayMs === undefined ? undefined : lastDayMs + DAY_MS;
  const setting = readAuditSetting();
  const checkpoints = await readCheckpoints(setting.checkpointsDir);
  const options = { fromMs, untilMs, signingKey: setting.signingKey() };
  const verification = await withAuditDatabase((database) =>
    withNewFile(values.out as string, (file) => {
      const out = async (lines: string) => void (await file.appendFile(lines));
      return withRowProgress('Exporting the access log', (onProgress) =>
        exportAccessLog(database, checkpoints, out, { ...options, onProgress }),
      );
    }),
  );
  console.log(`Written to ${values.out}. Whoever has the public key verifies it with:`);
  console.log(`  npm run hub -- audit verify --export ${values.out} --key <what audit key prints>`);
  return reportVerification('What was exported', verification);
}

/** Writes a file that is not there yet, for its owner alone, whole or not at all. */
async function withNewFile<Result>(path: string, write: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new HubError('BAD_USER_INPUT', `${path} cannot be written (${error.code})`, {
      fix: error.code === 'EEXIST' ? 'It is there already: name another file.' : 'Name a file in a folder of your own.',
    });
  });
  try {
    const result = await write(file);
    await file.sync();
    return result;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** The beginning of a day in Jambi. */
function readDay(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!isRealDay(Number(year), Number(month), Number(day))) {
    throw new HubError('BAD_USER_INPUT', `${flag} must be a day such as 2026-11-24`);
  }
  return Date.parse(`${text}T00:00:00+07:00`);
}
