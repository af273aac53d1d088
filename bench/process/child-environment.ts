/** The environment of a child process: as in production, with what is given, without what would configure a hub or its demo. */
export function childEnvironment(given: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const foreign = /^(HUB_|DEMO_|BENCH_|PORT$|DATABASE_URL$|NODE_OPTIONS$)/;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(inherited), NODE_ENV: 'production', ...given };
}
