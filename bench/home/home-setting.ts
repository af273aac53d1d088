/** What the contenders are started with. */
export interface HomeSetting {
  /** Settings of the legacy systems and where the citizens are, for every process. */
  readonly env: Readonly<Record<string, string>>;
  readonly issuerUrl: string;
  readonly linksFile: string;
  /** Registers the application that the citizens' tokens were given to. */
  readonly appsFile: string;
  /** A folder for whatever they need to write. */
  readonly folder: string;
  readonly isHubProfiled: boolean;
}
