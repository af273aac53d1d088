import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HubError } from '../../../base/hub-error.ts';
import type { ConnectorPlan } from '../plan/connector-plan.ts';
import { writeReadme } from './write-readme.ts';
import { writeSdl } from './write-sdl.ts';
import { writeYaml } from './write-yaml.ts';

/** A file of a new connector. */
export interface ScaffoldFile {
  /** Relative to `connectors/`. */
  readonly path: string;
  readonly content: string;
  readonly change: 'new' | 'extended' | 'overwritten';
}

export interface FilesOptions {
  /** `connectors/`. */
  readonly root: string;
  /** Whether files that exist may be overwritten. */
  readonly isForced: boolean;
}

/**
 * Lists the files of a connector but for its samples, with what they add to those that exist.
 * @throws HubError BAD_USER_INPUT for a file that would be overwritten.
 */
export function listFiles(plan: ConnectorPlan, { root, isForced }: FilesOptions): ScaffoldFile[] {
  const { opd, system, sketch } = plan;
  const read = (name: string) => findText(join(root, opd, name));
  const startsAnew = isForced && isOnlySystem(join(root, opd), system);
  const extend = (name: string, write: (existing: string | undefined) => string): ScaffoldFile => {
    const existing = read(name);
    const change = existing === undefined ? 'new' : startsAnew ? 'overwritten' : 'extended';
    return { path: `${opd}/${name}`, content: write(startsAnew ? undefined : existing), change };
  };
  const add = (name: string, content: string): ScaffoldFile => {
    const existing = read(name);
    if (existing !== undefined && existing !== content && !isForced) throw exists(`connectors/${opd}/${name}`);
    return { path: `${opd}/${name}`, content, change: existing === undefined ? 'new' : 'overwritten' };
  };
  return [
    extend('schema.graphql', (existing) => writeSdl(plan, existing)),
    add(`${system}.yaml`, writeYaml(plan)),
    ...[...sketch.attachments].map(([name, content]) => add(name, content)),
    extend('README.md', (existing) => writeReadme(plan, existing)),
  ];
}

/** @throws HubError BAD_USER_INPUT when a sample of that operation exists already. */
export function addSamples(plan: ConnectorPlan, answer: unknown, records: unknown, options: FilesOptions) {
  const folder = `${plan.opd}/samples/${plan.system}/${plan.operation}`;
  return [
    [`${folder}.answer.json`, answer],
    [`${folder}.expected.json`, records],
  ].map(([path, value]): ScaffoldFile => {
    const isThere = existsSync(join(options.root, String(path)));
    if (isThere && !options.isForced) throw exists(`connectors/${String(path)}`);
    return {
      path: String(path),
      content: `${JSON.stringify(value, null, 2)}\n`,
      change: isThere ? 'overwritten' : 'new',
    };
  });
}

function findText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Whether what the OPD's schema holds was all written for this system. */
function isOnlySystem(folder: string, system: string): boolean {
  if (!existsSync(folder)) return false;
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.length === 1 && files[0] === `${system}.yaml`;
}

function exists(path: string): HubError {
  return new HubError('BAD_USER_INPUT', `${path} exists already, and nothing is overwritten`, {
    fix: 'Choose another name for the system, or add --force.',
  });
}
