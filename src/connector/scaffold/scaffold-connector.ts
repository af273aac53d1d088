import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import type { OpdCodes } from '../../ports/opd-codes.ts';
import { type Connector, loadConnector } from '../connector.ts';
import { NO_SETTINGS } from '../file/fill-settings.ts';
import { formatProblem } from '../problem.ts';
import { readSampleRecords } from '../run/read-sample-records.ts';
import type { ConnectorPlan, PlannedSetting } from './plan/connector-plan.ts';
import { planConnector } from './plan/plan-connector.ts';
import { anonymiseAnswer } from './samples/anonymise-answer.ts';
import type { CityNames, ScaffoldChoices } from './scaffold-choices.ts';
import type { SourceSketch } from './source-sketch.ts';
import { addSamples, listFiles, type ScaffoldFile } from './write/list-files.ts';

/** Where a new connector is to stand. */
export interface ScaffoldPlace {
  /** `connectors/`. */
  readonly root: string;
  readonly sharedSdl: string;
  readonly opds: OpdCodes;
  readonly city: CityNames;
  /** Whether files that exist may be overwritten. */
  readonly isForced?: boolean;
}

/** A new connector, whole and checked by the loader, not yet written. */
export interface Scaffold {
  readonly files: readonly ScaffoldFile[];
  /** In Indonesian, a line each. */
  readonly guesses: readonly string[];
  readonly settings: readonly PlannedSetting[];
  readonly operation: string;
  readonly parameters: readonly string[];
  /** The OPD as it will be; closed already. */
  readonly connector: Pick<Connector, 'opd' | 'sdl' | 'resolvers'>;
}

/**
 * Makes a connector out of a source and an author's choices; nothing is written into the place yet.
 * @throws HubError BAD_USER_INPUT for a choice that cannot be; CONFIG_INVALID when the OPD's other files have mistakes.
 */
export function scaffoldConnector(sketch: SourceSketch, choices: ScaffoldChoices, place: ScaffoldPlace): Scaffold {
  const plan = planConnector(sketch, choices, place.city);
  const options = { root: place.root, isForced: place.isForced ?? false };
  const files = listFiles(plan, options);
  const answer = anonymiseAnswer(plan);
  const staged = mkdtempSync(join(tmpdir(), 'connector-new-'));
  try {
    const standing = join(place.root, plan.opd);
    if (existsSync(standing)) cpSync(standing, join(staged, plan.opd), { recursive: true });
    writeScaffoldFiles(files, staged);
    const { connector, records } = loadStaged(staged, plan, place, answer);
    return {
      files: [...files, ...addSamples(plan, answer, records, options)],
      guesses: plan.guesses,
      settings: plan.settings,
      operation: plan.operation,
      parameters: Object.keys(plan.access.bindings),
      connector,
    };
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** Writes the files of a scaffold below `connectors/`. */
export function writeScaffoldFiles(files: readonly ScaffoldFile[], root: string): void {
  for (const { path, content } of files) {
    const place = join(root, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
}

/** What the loader makes of the OPD's folder as it will be, and of the sample. @throws HubError CONFIG_INVALID */
function loadStaged(root: string, plan: ConnectorPlan, { sharedSdl, opds }: ScaffoldPlace, answer: unknown) {
  const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
  const { connector, problems } = loadConnector(plan.opd, { root, sharedSdl, settings: NO_SETTINGS, links, opds });
  const operation = connector?.systems.find(({ name }) => name === plan.system)?.operations.get(plan.operation);
  if (!connector || !operation || problems.length > 0)
    throw new HubError('CONFIG_INVALID', `The connector would not pass:\n${problems.map(formatProblem).join('\n')}`, {
      fix: "Mend what is wrong in the OPD's other files, or choose other names; nothing was written.",
    });
  const records = readSampleRecords(operation, answer);
  void connector.close();
  return { connector, records };
}
