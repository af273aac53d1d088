/** The first lines of every subgraph's SDL: Federation 2 and the directives that an OPD may use. */
export const federationLink = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.6"
    import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@tag", "@authenticated", "@requiresScopes", "@policy"]
  )
`;
