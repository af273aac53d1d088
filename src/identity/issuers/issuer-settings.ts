import { HubError } from '../../base/hub-error.ts';
import { readYamlList } from '../../base/read-yaml-list.ts';
import { type Assurance, assurances } from '../caller.ts';

/** What an issuer may be believed about. */
export type VouchedKind = 'citizen' | 'staff';

/** One OpenID Connect issuer whose tokens the hub accepts, and how they are read. */
export interface IssuerSettings {
  /** Its address, exactly as its tokens name it. */
  readonly issuer: string;
  /** What a token must be for: the hub. */
  readonly audience: string;
  readonly vouchesFor: readonly VouchedKind[];
  readonly algorithms: readonly string[];
  readonly clockSkewSeconds: number;
  /** The only `typ` that its access tokens have; where it is unknown, those of ID tokens and others are refused all the same. */
  readonly tokenType: 'at+jwt' | undefined;
  /** Names of claims. */
  readonly claims: {
    readonly nik: string;
    readonly opd: string;
    readonly roles: string;
    /** The first that a token has says the application. */
    readonly app: readonly string[];
  };
  /** What its `acr` values mean; any other is low. */
  readonly assurance: ReadonlyMap<string, Assurance>;
}

/** Where issuers are configured. */
export interface IssuersConfig {
  readonly issuer: string | undefined;
  readonly staffIssuer: string | undefined;
  readonly issuersFile: string | undefined;
  readonly audience: string | undefined;
}

// Public-key algorithms only: with a shared secret the hub could forge what it is meant to verify.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const CLAIMS = { nik: 'nik', opd: 'opd', roles: 'roles', app: ['client_id', 'azp'] } as const;
const BY_NAME: ReadonlyMap<string, Assurance> = new Map(assurances.map((name) => [name, name]));

/**
 * Lists every issuer that the hub believes: the citizens', the staff's and those of the file.
 * @throws HubError CONFIG_INVALID for a mistake in the file, or an issuer that stands in two places.
 */
export function listIssuers({ issuer, staffIssuer, issuersFile, audience }: IssuersConfig): IssuerSettings[] {
  const listed: IssuerSettings[] = issuersFile ? readIssuersFile(issuersFile) : [];
  const known = (address: string, vouchesFor: VouchedKind): IssuerSettings => ({
    issuer: address,
    audience: audience ?? '',
    vouchesFor: [vouchesFor],
    algorithms: ALGORITHMS,
    clockSkewSeconds: 5,
    tokenType: undefined,
    claims: CLAIMS,
    assurance: BY_NAME,
  });
  if (audience && staffIssuer) listed.unshift(known(staffIssuer, 'staff'));
  if (audience && issuer) listed.unshift(known(issuer, 'citizen'));
  for (const [index, one] of listed.entries())
    if (listed.findIndex((other) => other.issuer === one.issuer) !== index) throw twice();
  return listed;
}

interface FileEntry {
  readonly issuer: string;
  readonly audience: string;
  readonly vouchesFor: readonly VouchedKind[];
  readonly algorithms: readonly string[];
  readonly clockSkewSeconds: number;
  readonly tokenType?: 'at+jwt';
  readonly claims?: { readonly nik?: string; readonly opd?: string; readonly roles?: string; readonly app?: string };
  readonly assurance?: Readonly<Record<string, Assurance>>;
}

/** Reads HUB_OIDC_ISSUERS_FILE. @throws HubError CONFIG_INVALID that names each mistake with its line. */
export function readIssuersFile(file: string): IssuerSettings[] {
  return readYamlList<FileEntry>(file, { setting: 'HUB_OIDC_ISSUERS_FILE', entry: ENTRY }).map(
    ({ claims = {}, assurance, tokenType, ...entry }) => {
      const { app, ...named } = claims;
      return {
        ...entry,
        tokenType,
        claims: { ...CLAIMS, ...named, ...(app && { app: [app] }) },
        assurance: assurance ? new Map(Object.entries(assurance)) : BY_NAME,
      };
    },
  );
}

const WORD = { type: 'string', minLength: 1 };
const ENTRY = {
  type: 'object',
  additionalProperties: false,
  required: ['issuer', 'audience', 'vouchesFor'],
  properties: {
    issuer: { type: 'string', pattern: '^https?://[^/]', $comment: 'must be an address that begins with https://' },
    audience: WORD,
    vouchesFor: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: ['citizen', 'staff'] } },
    algorithms: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: ALGORITHMS }, default: ALGORITHMS },
    clockSkewSeconds: { type: 'integer', minimum: 0, maximum: 120, default: 5 },
    tokenType: { enum: ['at+jwt'] },
    claims: {
      type: 'object',
      additionalProperties: false,
      properties: { nik: WORD, opd: WORD, roles: WORD, app: WORD },
    },
    assurance: { type: 'object', additionalProperties: { enum: assurances } },
  },
};

function twice(): HubError {
  return new HubError('CONFIG_INVALID', 'An OpenID Connect issuer is configured twice', {
    fix: 'Name it once; one that vouches for citizens and staff stands in HUB_OIDC_ISSUERS_FILE with vouchesFor: [citizen, staff].',
  });
}
