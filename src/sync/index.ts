/**
 * Background work: streams of records from legacy systems into the hub's copies, each run of which adds up or is no
 * success; deliveries of what citizens hand in, of which the row in the outbox decides whether it is sent; and the queues
 * that carry both, in PostgreSQL or in Redis. It refuses to remove what nobody can be sure is gone, to send twice what may
 * have been taken, and to put anything personal into a job.
 */
export { judgeStreams } from './alerts/judge-streams.ts';
export { type AlertWatch, watchAlerts } from './alerts/watch-alerts.ts';
export { openJobBoard } from './board/open-job-board.ts';
export { createDeliveries, type Deliveries, type DeliveriesParts } from './deliveries/create-deliveries.ts';
export { createOutbox } from './deliveries/create-outbox.ts';
export { createJobs, type HubJobs, type JobsOptions } from './jobs/create-jobs.ts';
export type { JobsTiming } from './jobs/jobs-timing.ts';
export { createLateJobs, type LateJobs } from './jobs/late-jobs.ts';
export { type RunOptions, type RunOutcome, runStream, type StreamRunner } from './streams/run-stream.ts';
export { createStreamControl } from './streams/stream-control.ts';
export { addFirstRuns, createStreamJob, scheduleStreams, streamJob } from './streams/stream-jobs.ts';
