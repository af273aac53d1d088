/**
 * Work in the background: the queues of all systems and what runs from them.
 *
 * A queue carries the wake-up and never the truth: whether a record was copied or a submission sent is decided by the rows
 * of the store. Job payloads hold nobody's data. This folder does not know who is logged in and answers no request.
 */
export { openJobBoard } from './board/open-job-board.ts';
export { createJobs, type HubJobs, type JobsOptions } from './jobs/create-jobs.ts';
export type { JobsTiming } from './jobs/jobs-timing.ts';
