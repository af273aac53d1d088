/** The extension grant by which a demo page or a test becomes a citizen without logging in. */
export const CITIZEN_GRANT = 'urn:kota-jambi:demo:citizen';

/** The public client that may use it. */
export const DEMO_CLIENT_ID = 'demo-console';
