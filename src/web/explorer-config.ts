/** One GraphQL operation that the explorer offers as a tab. */
export interface SampleOperation {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** What the explorer's script reads from `/assets/explorer-config.json`; absence of a token endpoint hides demo login. */
export interface ExplorerConfig {
  readonly graphqlPath: string;
  readonly tokenEndpoint?: string;
  readonly operations: readonly SampleOperation[];
  readonly release: string;
}

/** Picks what the browser may know, field by field, so that a new server option never leaks into the page. */
export function explorerConfig(options: ExplorerConfig): ExplorerConfig {
  return {
    graphqlPath: options.graphqlPath,
    ...(options.tokenEndpoint === undefined ? {} : { tokenEndpoint: options.tokenEndpoint }),
    operations: options.operations.map(({ name, title, text }) => ({ name, title, text })),
    release: options.release,
  };
}
