import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HubError } from '../../base/hub-error.ts';
import { readYamlList } from '../../base/read-yaml-list.ts';
import { checkServices } from './check-services.ts';
import { opdOf, type Service } from './service.ts';
import { serviceSchema } from './service-schema.ts';

/** The services of a folder, and a word that is another when anything of them is another. */
export interface ServiceData {
  readonly services: readonly Service[];
  readonly version: string;
}

const FOLDER = fileURLToPath(new URL('data', import.meta.url));

/**
 * Reads the service catalogue: one YAML file per OPD, named by its code.
 * @throws HubError CONFIG_INVALID that lists the mistakes of a file, or of all of them together.
 */
export function readServices(folder: string = FOLDER): ServiceData {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const services: Service[] = [];
  const problems: string[] = [];
  const hash = createHash('sha256');
  for (const name of files) {
    const path = `${folder}/${name}`;
    const ofFile = readYamlList<Service>(path, { setting: 'The service catalogue', entry: serviceSchema });
    hash.update(`${name}\n`).update(readFileSync(path));
    const strangers = ofFile.filter((service) => `${opdOf(service)}.yaml` !== name);
    problems.push(...strangers.map(({ code }) => `${code} does not belong into ${name}`));
    services.push(...ofFile);
  }
  problems.push(...checkServices(services));
  if (problems.length === 0) return { services, version: hash.digest('base64url').slice(0, 22) };
  throw new HubError('CONFIG_INVALID', `The service catalogue has mistakes:\n  ${problems.join('\n  ')}`, {
    fix: `Mend the files in ${folder}, then start again.`,
  });
}
