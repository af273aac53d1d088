/** An application that may speak to the hub. */
export interface RegisteredApp {
  /** What tokens name it by (`client_id`). */
  readonly id: string;
  readonly name: string;
  /** Who answers for it: an agency, a firm. */
  readonly owner: string;
  /** `city`: one of the city's own. `other`: a citizen must consent before it sees his records. */
  readonly party: 'city' | 'other';
  /** The most that its tokens may allow. */
  readonly scopes: ReadonlySet<string>;
  /** What it may give as its reason for asking. */
  readonly purposes: readonly string[];
  readonly redirectUris: readonly string[];
  /** Origins of its pages. */
  readonly origins: readonly string[];
  /** Requests that one hub answers it in a minute. */
  readonly perMinute: number;
  /** Whether it can have tokens of its own, without a person. */
  readonly hasSecret: boolean;
}

/** The applications that are registered now. */
export interface AppRegistry {
  /** From memory, at most five seconds old; the same object until something about the application changes. */
  find(id: string): RegisteredApp | undefined;
  /** Origins of the pages of all of them. */
  listOrigins(): ReadonlySet<string>;
  checkSecret(id: string, secret: string): Promise<boolean>;
}
