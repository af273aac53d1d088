import type { Scaffold, ScaffoldChoices } from '../../connector/index.ts';
import { paint } from '../paint.ts';
import { formatColumns } from './format-columns.ts';

const CHANGES = { new: 'baru', extended: 'ditambah', overwritten: 'ditimpa' } as const;

/** What was written, what was guessed, what to do next. */
export function formatNew(
  { files, guesses, settings, operation, parameters }: Scaffold,
  { opd }: ScaffoldChoices,
  { isDryRun, isJson }: { readonly isDryRun: boolean; readonly isJson: boolean },
): string {
  const next = [
    `npm run hub -- connector check ${opd}`,
    'npm run hub -- schema compose',
    `npm run hub -- connector try ${opd} ${[operation, ...parameters.map((name) => `${name}=…`)].join(' ')}`,
  ];
  const written = files.map(({ path, change, content }) => ({
    file: `connectors/${path}`,
    change,
    ...(isDryRun && { content }),
  }));
  if (isJson) return JSON.stringify({ written: !isDryRun, files: written, guesses, settings, next }, null, 2);
  return [
    paint('bold', isDryRun ? 'Akan ditulis (belum ada yang ditulis)' : 'Ditulis'),
    ...formatColumns(written.map(({ file, change }) => [`  ${file}`, CHANGES[change]])),
    ...(isDryRun ? files.filter(({ path }) => /\.(?:yaml|graphql)$/.test(path)).flatMap(showFile) : []),
    '',
    paint('bold', 'Ditebak'),
    ...guesses.map((guess) => `  ${guess}`),
    '',
    paint('bold', 'Setelan yang harus diberi'),
    ...formatColumns(settings.map(({ name, meaning }) => [`  ${name}`, meaning])),
    '',
    paint('bold', 'Selanjutnya'),
    ...next.map((command) => `  ${command}`),
  ].join('\n');
}

function showFile({ path, content }: { readonly path: string; readonly content: string }): string[] {
  return ['', paint('bold', `connectors/${path}`), content.trimEnd()];
}
