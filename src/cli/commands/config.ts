import { join } from 'node:path';
import { describeConfig } from '../../config/index.ts';
import { listConnectorSettings } from '../../connector/index.ts';
import { projectRoot } from '../../project-root.ts';
import type { Run } from '../command.ts';
import { readDemo } from '../run-demo.ts';

interface Row {
  readonly name: string;
  readonly describe: string;
  readonly defaultText: string;
  readonly value?: string | undefined;
}

export const runConfig: Run = async () => {
  const ofSystems = listConnectorSettings(join(projectRoot, 'connectors')).map((name) => ({
    name,
    describe: '',
    defaultText: '',
    // Addresses and passwords alike: a connector file does not say which is which.
    value: process.env[name] ? '(set)' : undefined,
  }));
  const ofDemo = JSON.parse(await readDemo(['settings'])) as Row[];
  printGroup('The hub', describeConfig(process.env));
  printGroup("The OPDs' systems (named in the connector files; npm start sets them to the simulated city)", ofSystems);
  printGroup('The simulated city (npm start only)', ofDemo);
  return 0;
};

function printGroup(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  const width = Math.max(...rows.map((row) => row.name.length));
  for (const { name, describe, defaultText, value } of rows) {
    const state = value === undefined ? (defaultText ? `default: ${defaultText}` : 'not set') : `= ${value}`;
    console.log(`  ${name.padEnd(width)}  ${describe}${describe ? ' ' : ''}[${state}]`);
  }
}
