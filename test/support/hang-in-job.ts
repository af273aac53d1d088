import { createLog } from '../../src/base/log.ts';
import { createJobs } from '../../src/sync/index.ts';
import { type JobsPlace, quick, SYSTEM } from './open-jobs.ts';

// A worker that takes one job, says so, and never ends it: whoever started it kills it.
const place = JSON.parse(process.env.JOBS_PLACE ?? '') as JobsPlace;
const jobs = await createJobs({ systems: [SYSTEM], place, log: createLog('warn'), timing: quick });
await jobs.start({
  sync: async () => {
    process.stdout.write('took the job\n');
    await new Promise(() => {});
  },
});
