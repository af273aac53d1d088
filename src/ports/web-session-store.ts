/** Whose log-in a session is: a citizen's, or that of somebody in office. */
export type SessionKind = 'warga' | 'kantor';

/** What the issuer gave for a log-in. */
export interface SessionTokens {
  readonly accessToken: string;
  readonly accessEndsMs: number;
  readonly refreshToken: string | undefined;
}

/** What pages may know of whoever is logged in. */
export interface SessionHolder {
  /** The issuer's name for him, which no page is told. */
  readonly subject: string | undefined;
  readonly name: string | undefined;
  readonly roles: readonly string[];
  readonly opd: string | undefined;
  readonly acr: 'low' | 'substantial' | 'high';
}

export interface WebSession {
  readonly kind: SessionKind;
  readonly tokens: SessionTokens;
  readonly holder: SessionHolder;
  /** When it ends, whatever happens. */
  readonly endsMs: number;
  /** When it ends if nothing is done with it until then. */
  readonly idleEndsMs: number;
}

/** Log-in sessions by the value of their cookie, of which only the hash is kept; what the issuer gave lies sealed. */
export interface WebSessionStore {
  /** Keeps a session, and ends the one whose cookie it replaces. */
  add(cookie: string, session: WebSession, replaced: string | undefined): Promise<void>;
  /** Undefined for one that has ended. */
  find(cookie: string): Promise<WebSession | undefined>;
  /** Moves the end for lack of use. */
  touch(cookie: string, idleEndsMs: number): Promise<void>;
  /**
   * Changes what the issuer gave, for all hubs on the database one after the other: `renew` sees what is kept now, and changes
   * nothing by giving nothing. Undefined for a session that has ended.
   */
  renew(cookie: string, renew: (now: WebSession) => Promise<RenewedLogin | undefined>): Promise<WebSession | undefined>;
  remove(cookie: string): Promise<void>;
  /** Removes sessions that have ended, and says how many. */
  sweep(): Promise<number>;
}

export type RenewedLogin = Pick<WebSession, 'tokens' | 'holder'>;

/** Seals what travels through the browser and the issuer while somebody logs in. */
export interface LoginSeal {
  /** Gives text that may stand in an address. */
  seal(content: string): string;
  /** Undefined for anything that was not sealed here. */
  open(text: string): string | undefined;
}
