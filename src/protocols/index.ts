/**
 * How legacy systems are spoken to: one contract (`protocol.ts`), one folder for each protocol. A protocol knows nothing
 * of OPDs, records or the graph, and refuses to let anything of a request or an answer into an error.
 */
import { files, sftp } from './files/index.ts';
import type { Protocol } from './protocol.ts';
import { push } from './push/index.ts';
import { rest } from './rest/index.ts';
import { soap } from './soap/index.ts';
import { sql } from './sql/index.ts';

export const protocols: readonly Protocol[] = [push, rest, soap, sql, files, sftp];
