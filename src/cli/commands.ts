import type { Command } from './command.ts';

/** Every command, in the order of the list. */
export const commands: readonly Command[] = [
  {
    name: 'query',
    usage: 'query <file> [--citizen <alias>] [--anonymous] [--variables <json>]',
    describe: 'Sends an operation, as the demo citizen or with HUB_TOKEN; starts a hub for it when none runs.',
    load: async () => (await import('./commands/query.ts')).runQuery,
  },
  {
    name: 'token',
    usage: 'token [--citizen <alias or NIK> | --as <staff alias>] [--ttl <seconds>] [--acr low|substantial|high]',
    describe: 'A token of the demo issuers for a simulated citizen, or for somebody in office.',
    load: async () => (await import('./commands/token.ts')).runToken,
  },
  {
    name: 'demo',
    usage: 'demo citizens [--all] [--json] | demo rotate-keys [--drop]',
    describe: 'Aliases and NIKs of the simulated people; new signing keys for the running demo issuers.',
    load: async () => (await import('./commands/demo.ts')).runDemoCommand,
  },
  {
    name: 'connector',
    usage: 'connector new|check|probe|try|list [<opd> …]',
    describe:
      'Writes a connector out of a sample; every mistake in the files; what there is; is a system there; one live call, masked.',
    load: async () => (await import('./commands/connector.ts')).runConnector,
  },
  {
    name: 'upload',
    usage: 'upload <opd> <file> [--check] [--json]',
    describe: "Puts a CSV or XLSX into an OPD's folder after telling what of it cannot be read; --check only tells.",
    load: async () => (await import('./commands/upload.ts')).runUpload,
  },
  {
    name: 'schema',
    usage:
      'schema compose [--check] | check [--against <file or ref>] | print [--public | --portable --url <name>=<address> …]',
    describe: 'Writes schema/supergraph.graphql from all subgraphs; tells what that changes for apps; prints it.',
    load: async () => (await import('./commands/schema.ts')).runSchema,
  },
  {
    name: 'access',
    usage:
      'access explain --as <caller> [--acr <level>] [--scope <scope>] [--under case|break-glass] [--of-another] <query>',
    describe:
      'Which rule decides each field of a query for a citizen, officer:<opd>, treasurer:<opd>, mayor, auditor, operator, application or anonymous.',
    load: async () => (await import('./commands/access.ts')).runAccess,
  },
  {
    name: 'gateway',
    usage: 'gateway --supergraph <file> [--port <n>] [--header <name>] …',
    describe:
      'Serves any Federation 2 supergraph, without identity or database; --header names what subgraphs may see.',
    load: async () => (await import('./commands/gateway.ts')).runGateway,
  },
  {
    name: 'subgraph',
    usage: 'subgraph <opd> [--port <n>] [--host <address>] | subgraph key',
    describe:
      "Runs one OPD's connectors as a server of their own, for the OPD's network; key prints what it needs of the hub.",
    load: async () => (await import('./commands/subgraph.ts')).runSubgraph,
  },
  {
    name: 'sync',
    usage: 'sync status|run|pause|resume|quarantine|replay [<stream> …] [--all] [--sweep] [--wait] [--check] [--json]',
    describe: 'The streams of records: how they fare, a run now (--wait for its end), rows that do not fit.',
    load: async () => (await import('./commands/sync.ts')).runSync,
  },
  {
    name: 'tpp',
    usage: 'tpp run --month <yyyy-mm> [--json]',
    describe: 'Computes the allowances (TPP) of all employees for a month, as proposals; what was confirmed stays.',
    load: async () => (await import('./commands/tpp.ts')).runTpp,
  },
  {
    name: 'app',
    usage: 'app add --name … --owner … --purpose … [--scope …] … | list | revoke <id> | rotate-secret <id>',
    describe: 'The applications that may speak to the hub; a secret is printed once.',
    load: async () => (await import('./commands/app.ts')).runApp,
  },
  {
    name: 'outbox',
    usage: 'outbox list | resolve <id> --delivered [--receipt <number>] | --rejected <reason> | --send-again',
    describe: 'What citizens handed in and no agency has yet; says what became of one that no machine can tell.',
    load: async () => (await import('./commands/outbox.ts')).runOutbox,
  },
  {
    name: 'levy',
    usage: 'levy key --out <file> | open --key <file> [--state RECEIVED] [--photos <folder>] [--purpose <purpose>]',
    describe:
      "Inspektorat's side of reports of illegal levies: its pair of keys; reads what the hub holds sealed for it.",
    load: async () => (await import('./commands/levy.ts')).runLevy,
  },
  {
    name: 'audit',
    usage: 'audit verify [--export <file>] [--key <key>] | export --out <file> [--from <day>] [--until <day>] | key',
    describe:
      'Finds every changed, missing or moved row of the access log; writes days of it into a file; its public key.',
    load: async () => (await import('./commands/audit.ts')).runAudit,
  },
  {
    name: 'config',
    usage: 'config',
    describe: 'Every setting: its meaning, its default and what is in force.',
    load: async () => (await import('./commands/config.ts')).runConfig,
  },
  {
    name: 'serve',
    usage: 'serve',
    describe: 'Production start: no simulated city; refuses demo values and missing settings.',
    load: async () => (await import('./commands/serve.ts')).runServe,
  },
];
