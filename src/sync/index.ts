/**
 * Work in the background. Deliveries bring what citizens hand in to the OPDs' systems: the row in the outbox decides
 * whether to send, the job only says that it is time to look. Nothing here sends twice what may have been taken, and
 * nothing here answers a citizen.
 */
export { createDeliveries, type Deliveries, type DeliveriesParts } from './deliveries/create-deliveries.ts';
export { createOutbox } from './deliveries/create-outbox.ts';
