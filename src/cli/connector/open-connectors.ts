import { join } from 'node:path';
import { createOpdCodes } from '../../city/index.ts';
import {
  type Connector,
  listOpds,
  loadConnector,
  loadConnectors,
  NO_SETTINGS,
  type Settings,
} from '../../connector/index.ts';
import { readSharedSdl } from '../../hub.ts';
import { projectRoot } from '../../project-root.ts';

/** `connectors/` of this project. */
export const connectorsRoot = join(projectRoot, 'connectors');

/** The OPDs that were named, or all that have a folder. */
export function chooseOpds(named: readonly string[]): readonly string[] {
  return named.length > 0 ? named : listOpds(connectorsRoot);
}

const options = (settings: Settings) => ({
  root: connectorsRoot,
  sharedSdl: readSharedSdl(),
  settings,
  links: { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) },
  opds: createOpdCodes(),
});

/** Loads an OPD's files without opening anything: addresses and passwords are the installation's. */
export function loadOffline(opd: string) {
  return loadConnector(opd, options(NO_SETTINGS));
}

/** Loads the files of several OPDs without opening anything. @throws HubError CONFIG_INVALID for any mistake in them. */
export function loadAllOffline(opds: readonly string[]): Connector[] {
  return loadConnectors(opds, options(NO_SETTINGS));
}

/** Opens an OPD's systems with the settings of the environment. @throws HubError CONFIG_INVALID */
export function openOpd(opd: string, settings: Settings = process.env): Connector {
  const [connector] = loadConnectors([opd], options(settings));
  if (!connector) throw new Error(`The connector ${opd} did not load`);
  return connector;
}
