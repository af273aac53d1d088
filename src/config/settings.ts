import { address, list, oneOf, origin, port, publicJwk, text } from './setting.ts';

const isOrigin = (item: string) =>
  URL.canParse(item) && new URL(item).origin === item
    ? undefined
    : 'must be origins such as https://app.jambikota.go.id, without a path, separated by commas';
const isOpdCode = (item: string) =>
  /^[a-z][a-z0-9-]*$/.test(item) ? undefined : 'must be names of folders in connectors/, separated by commas';
const isBase64 = (item: string) =>
  /^[A-Za-z0-9+/]+=*$/.test(item) ? undefined : 'must be base64, several separated by commas';
const isKey = (item: string) =>
  /^[\w.-]+:[A-Za-z0-9+/]{43}=$/.test(item)
    ? undefined
    : 'must be <id>:<32 random bytes in base64>, several separated by commas, the current one first';

/** Every setting of the hub; the settings of the OPDs' systems are named in their connector files. */
export const settings = {
  port: port('PORT', 'Port of the hub.', 4000),
  host: text('HUB_HOST', 'Address that the hub listens on; 0.0.0.0 for all.', {
    fallback: '127.0.0.1',
    defaultText: '127.0.0.1',
  }),
  dataDir: text('HUB_DATA_DIR', 'Folder for the embedded database and what the hub keeps.', {
    fallback: '.data',
    defaultText: '.data',
  }),
  databaseUrl: address('DATABASE_URL', 'PostgreSQL to use instead of the embedded one.', ['postgres:', 'postgresql:'], {
    isSecret: true,
    isRequiredInProduction: true,
  }),
  redisUrl: address(
    'REDIS_URL',
    'Redis for the job queues, instead of the database: for a city that outgrows one machine.',
    ['redis:', 'rediss:'],
    { isSecret: true, defaultText: 'queues in the database' },
  ),
  jobs: oneOf(
    'HUB_JOBS',
    'Whether this process works on jobs (work), or only adds them for others to work on (queue).',
    ['work', 'queue'],
    'work',
  ),
  redisPrefix: text('HUB_REDIS_PREFIX', "First word of the queues' keys, where several hubs share one Redis.", {
    fallback: 'hub',
    defaultText: 'hub',
  }),
  issuer: address(
    'HUB_OIDC_ISSUER',
    "The citizens' OpenID Connect issuer, exactly as its tokens name it.",
    ['https:', 'http:'],
    { isRequiredInProduction: true },
  ),
  staffIssuer: address('HUB_OIDC_STAFF_ISSUER', 'Issuer that vouches for staff (claims roles, opd) and nobody else.', [
    'https:',
    'http:',
  ]),
  issuersFile: text('HUB_OIDC_ISSUERS_FILE', 'YAML list of further issuers: whom they vouch for, names of claims.'),
  audience: text('HUB_OIDC_AUDIENCE', 'What a token must be for (aud).', {
    fallback: 'hub-kota-jambi',
    defaultText: 'hub-kota-jambi',
  }),
  publicUrl: origin(
    'HUB_PUBLIC_URL',
    'Where people open the hub; without it only people at this machine log in on its own pages.',
  ),
  webCitizenClient: text('HUB_WEB_CITIZEN_CLIENT', "What the citizens' issuer knows the hub's own pages by.", {
    fallback: 'hub-warga',
    defaultText: 'hub-warga',
  }),
  webStaffClient: text('HUB_WEB_STAFF_CLIENT', "What the staff's issuer knows them by.", {
    fallback: 'hub-kantor',
    defaultText: 'hub-kantor',
  }),
  webCitizenSecret: text('HUB_WEB_CITIZEN_SECRET', "Their secret at the citizens' issuer, where it asks for one.", {
    isSecret: true,
    defaultText: 'none: PKCE alone',
  }),
  webStaffSecret: text('HUB_WEB_STAFF_SECRET', "Their secret at the staff's issuer, where it asks for one.", {
    isSecret: true,
    defaultText: 'none: PKCE alone',
  }),
  corsOrigins: list('HUB_CORS_ORIGINS', 'Origins of pages that may call the hub.', isOrigin, { defaultText: 'none' }),
  connectors: list('HUB_CONNECTORS', 'OPDs to serve, by folder in connectors/.', isOpdCode, { defaultText: 'all' }),
  indexKeys: list('HUB_INDEX_KEYS', 'Keys of the hashes that personal numbers are filed under.', isKey, {
    isSecret: true,
    isRequiredInProduction: true,
    defaultText: 'made once under HUB_DATA_DIR',
  }),
  dataKeys: list('HUB_DATA_KEYS', 'Keys that personal values are encrypted with.', isKey, {
    isSecret: true,
    isRequiredInProduction: true,
    defaultText: 'made once under HUB_DATA_DIR',
  }),
  linksFile: text(
    'HUB_LINKS_FILE',
    'CSV (nik,kind,value) of the numbers under which systems know citizens, read at start.',
  ),
  appsFile: text('HUB_APPS_FILE', 'YAML list of applications, registered or changed at start; revoked ones stay so.'),
  appTokenKey: text(
    'HUB_APP_TOKEN_KEY',
    "Ed25519 key (PKCS #8, base64) that signs applications' own tokens; the same for all hubs on one database.",
    { isSecret: true, isRequiredInProduction: true, defaultText: 'made once under HUB_DATA_DIR' },
  ),
  explorerTokenEndpoint: address(
    'HUB_EXPLORER_TOKEN_ENDPOINT',
    'Where the explorer gets demo tokens; never in production.',
    ['http:', 'https:'],
  ),
  subgraphSigningKey: text(
    'HUB_SUBGRAPH_SIGNING_KEY',
    "Ed25519 key (PKCS #8, base64) with which the hub vouches for callers to OPDs' own subgraphs.",
    { isSecret: true, defaultText: 'made once under HUB_DATA_DIR' },
  ),
  subgraphHubKeys: list(
    'HUB_SUBGRAPH_HUB_KEYS',
    "At an OPD's own subgraph: the hub's public keys, as `npm run -s hub -- subgraph key` prints them.",
    isBase64,
    { defaultText: 'none' },
  ),
  auditSigningKey: text(
    'HUB_AUDIT_SIGNING_KEY',
    'Ed25519 key (PKCS #8, base64) with which the hub vouches for its access log.',
    { isSecret: true, isRequiredInProduction: true, defaultText: 'made once under HUB_DATA_DIR' },
  ),
  auditCheckpoints: text(
    'HUB_AUDIT_CHECKPOINTS',
    'Folder for the signed checkpoints of the access log, best on another disk than the database.',
    { defaultText: 'audit in HUB_DATA_DIR' },
  ),
  attachments: text(
    'HUB_ATTACHMENTS',
    'Folder for the sealed files that citizens upload; one for all hubs on a database.',
    { defaultText: 'attachments in HUB_DATA_DIR' },
  ),
  inspektoratKey: publicJwk(
    'HUB_INSPEKTORAT_KEY',
    "Inspektorat's public key (JWK), as `npm run -s hub -- levy key` prints it: reports of illegal levies are sealed to it.",
    { defaultText: 'none: no reports are taken' },
  ),
  operations: oneOf(
    'HUB_OPERATIONS',
    'Which operations run: any, or only those of schema/operations (trusted).',
    ['any', 'trusted'],
    'any',
  ),
  metricsToken: text('HUB_METRICS_TOKEN', 'What Prometheus sends to read /metrics; without it only this machine may.', {
    isSecret: true,
    defaultText: 'none',
  }),
  logLevel: oneOf(
    'HUB_LOG_LEVEL',
    'What is logged, on standard error.',
    ['debug', 'info', 'warn', 'error', 'silent'],
    'warn',
  ),
};

type Settings = typeof settings;

/** The hub's configuration, read and checked. */
export type HubConfig = { readonly [Key in keyof Settings]: Settings[Key]['fallback'] } & {
  /** Where OPDs run their own subgraph, by the names of their folders. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
};
