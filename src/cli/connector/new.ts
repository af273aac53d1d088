import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createOpdCodes } from '../../city/index.ts';
import {
  openScaffoldSource,
  readOpdSdl,
  type ScaffoldChoices,
  type ScaffoldSource,
  type SourceSketch,
  scaffoldConnector,
  writeScaffoldFiles,
} from '../../connector/index.ts';
import { listCommittedSubgraphs, readSharedSdl } from '../../hub.ts';
import { projectRoot } from '../../project-root.ts';
import type { Run } from '../command.ts';
import { openPerson, type Person } from './ask-person.ts';
import { checkScaffold } from './check-scaffold.ts';
import { listCityNames } from './city-names.ts';
import { assertName, type NewFlags, readFlags } from './new-flags.ts';
import { formatNew } from './report-new.ts';

/** `connector new <opd> <system>`: a whole connector out of what the OPD has, checked before anything is written. */
export const runConnectorNew: Run = (args) => createConnector(args, join(projectRoot, 'connectors'));

/** The same for another folder of connectors. @throws HubError */
export async function createConnector(args: string[], root: string, person: Person = openPerson()): Promise<number> {
  try {
    const flags = readFlags(args);
    const names = await askNames(flags, person);
    const from = flags.from ?? (await person.ask(WHERE_FROM));
    const source = await openScaffoldSource({ from, kind: flags.kind, wsdl: flags.wsdl });
    try {
      const sketch = await source.sketch(await chooseOperation(source, flags, person));
      await writeConnector(sketch, { ...flags, ...names }, root, person);
    } finally {
      await source.close();
    }
    return 0;
  } finally {
    person.close();
  }
}

const WHERE_FROM = {
  text: 'Dari mana? Berkas (OpenAPI, WSDL, CSV, XLSX, contoh jawaban JSON) atau alamat basis data',
  flag: '--from',
};

async function askNames({ opd, system }: NewFlags, person: Person): Promise<{ opd: string; system: string }> {
  const names = {
    opd: opd ?? (await person.ask({ text: 'Kode OPD, misalnya disnaker', flag: '<opd>' })),
    system: system ?? (await person.ask({ text: 'Nama pendek sistem, misalnya ak1', flag: '<system>' })),
  };
  for (const name of Object.values(names)) assertName(name);
  return names;
}

async function chooseOperation(
  { flag, choices }: ScaffoldSource,
  { operation, table }: NewFlags,
  person: Person,
): Promise<string | undefined> {
  const given = flag === '--table' ? table : operation;
  if (flag === undefined || given !== undefined || choices.length === 1) return given;
  if (!person.isThere) return undefined;
  const text =
    flag === '--table'
      ? 'Tabel atau view yang mana'
      : choices.length > 0
        ? 'Operasi yang mana'
        : 'Alamat apa yang memberi jawaban itu, misalnya POST /izin/cari';
  return person.ask({ text, flag, choices });
}

type Wanted = NewFlags & { readonly opd: string; readonly system: string };

async function writeConnector(sketch: SourceSketch, flags: Wanted, root: string, person: Person): Promise<void> {
  const others = listCommittedSubgraphs().filter(({ name }) => name !== flags.opd);
  const hasSchema = existsSync(join(root, flags.opd, 'schema.graphql'));
  const own = hasSchema && !flags.force ? [{ name: flags.opd, sdl: readOpdSdl(root, flags.opd) }] : [];
  const city = listCityNames([...others, ...own]);
  const place = { root, sharedSdl: readSharedSdl(), opds: createOpdCodes(), city, isForced: flags.force };
  const choices = await askChoices(sketch, flags, person);
  const scaffold = scaffoldConnector(sketch, choices, place);
  await checkScaffold(scaffold, others);
  if (!flags['dry-run']) writeScaffoldFiles(scaffold.files, root);
  console.log(formatNew(scaffold, choices, { isDryRun: flags['dry-run'], isJson: flags.json }));
}

async function askChoices(sketch: SourceSketch, flags: Wanted, person: Person): Promise<ScaffoldChoices> {
  const { opd, system, type, field, owner, key, by, rows } = flags;
  const omit = flags.omit?.split(',').map((name) => name.trim());
  const given = { opd, system, type, field, owner, key, by, rows, omit, describe: flags.describe };
  if (!person.isThere) return given;
  // An empty answer leaves it to the guess, which the report then tells.
  const askFor = async (value: string | undefined, text: string, flag: string) =>
    value ?? ((await person.ask({ text, flag, fallback: GUESS })).replace(GUESS, '') || undefined);
  const describe = flags.describe ?? (await person.ask(askDescription(sketch)));
  return {
    ...given,
    describe,
    type: await askFor(type, 'Nama tipe di graf, bahasa Inggris, misalnya Permit', '--type'),
    owner: await askFor(owner, 'Kolom NIK pemilik rekaman (none bila tidak ada)', '--owner'),
    key: await askFor(key, 'Kolom kunci rekaman (none bila tidak ada)', '--key'),
    ...(sketch.parameters === undefined && {
      by: await askFor(by, 'Kolom yang dipakai untuk bertanya (none bila semua boleh melihat)', '--by'),
    }),
  };
}

const GUESS = 'tebak';

function askDescription({ describe }: SourceSketch) {
  return { text: 'Sistem apa ini, dalam satu kalimat', flag: '--describe', fallback: describe };
}
