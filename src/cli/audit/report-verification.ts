import { describeFinding, type Verification } from '../../audit/index.ts';
import { paint } from '../paint.ts';

/** The first ones say what happened; more would hide them. */
const MAX_SHOWN = 50;

const count = (value: number, what: string): string => `${value.toLocaleString('en')} ${what}${value === 1 ? '' : 's'}`;

/** Prints what verifying came to and gives the exit code: 1 when anything is wrong. */
export function reportVerification(what: string, { findings, ...seen }: Verification): number {
  if (findings.length === 0) {
    console.log(
      paint('green', `${what} is sound: ${count(seen.rows, 'row')}, ${count(seen.checkpoints, 'checkpoint')}.`),
    );
    const open = seen.lastSeq - (seen.vouchedSeq ?? 0);
    if (seen.rows > 0 && open > 0) {
      console.log(
        `${seen.vouchedSeq === undefined ? 'No row is' : `Rows up to ${seen.vouchedSeq} are`} vouched for by a checkpoint; the last ${count(open, 'row')} only hang together.`,
      );
    }
    return 0;
  }
  console.log(paint('red', `${what} is not as it was written: ${count(findings.length, 'finding')}.`));
  for (const finding of findings.slice(0, MAX_SHOWN)) console.log(`  - ${describeFinding(finding)}`);
  if (findings.length > MAX_SHOWN) console.log(`  … and ${findings.length - MAX_SHOWN} more`);
  console.log(
    'Keep everything as it is. Verify the newest backup and earlier exports the same way: the last one that is',
  );
  console.log('sound shows what these rows were. A database put back from a backup ends before its checkpoints, too.');
  return 1;
}
