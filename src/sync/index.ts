/**
 * Background work: streams of records from legacy systems into the hub's copies, each run of which adds up or is no
 * success. It refuses to remove what nobody can be sure is gone, and to put anything personal into a job.
 */
export { CHANGES_CHANNEL } from './streams/announce-changes.ts';
export { type RunOptions, type RunOutcome, runStream, type StreamRunner } from './streams/run-stream.ts';
