/**
 * `npm run hub -- <command>`: the hub's command line. It uses the hub as anyone would, by its API or its own functions,
 * and keeps no rule of its own.
 */
import { distance } from 'fastest-levenshtein';
import { explain } from '../explain.ts';
import { commands } from './commands.ts';

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(listCommands());
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command) {
    const run = await command.load();
    return await run(rest);
  }
  const nearest = commands.find((one) => distance(one.name, name) <= 2);
  console.error(
    `There is no command "${name}"${nearest ? `; did you mean ${nearest.name}?` : ''}\n\n${listCommands()}`,
  );
  return 1;
}

function listCommands(): string {
  const width = Math.max(...commands.map((one) => one.usage.length));
  const lines = commands.map((one) => `  ${one.usage.padEnd(width)}  ${one.describe}`);
  return `npm run hub -- <command>\n\n${lines.join('\n')}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // parseArgs complains about options in sentences of its own.
  const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? error.message : explain(error));
  process.exitCode = 1;
}
