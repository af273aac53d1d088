/**
 * Background work: streams of records from legacy systems into the hub's copies, each run of which adds up or is no
 * success; and deliveries of what citizens hand in, of which the row in the outbox decides whether it is sent. It refuses
 * to remove what nobody can be sure is gone, to send twice what may have been taken, and to put anything personal into a
 * job.
 */
export { createDeliveries, type Deliveries, type DeliveriesParts } from './deliveries/create-deliveries.ts';
export { createOutbox } from './deliveries/create-outbox.ts';
export { CHANGES_CHANNEL } from './streams/announce-changes.ts';
export { type RunOptions, type RunOutcome, runStream, type StreamRunner } from './streams/run-stream.ts';
