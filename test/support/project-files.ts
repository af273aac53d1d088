import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';

/** A source file of the project and what it imports. */
export interface SourceFile {
  /** Path relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** Paths of the project's own files that it imports, statically or dynamically, types too. */
  readonly imports: readonly string[];
  /** Names of packages that it imports. */
  readonly packages: readonly string[];
}

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)['"]([^'"]+)['"]/gm;

/** Reads all TypeScript that git knows of or would take. */
export function readSourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(projectRoot, path)))
    .map(readSourceFile);
}

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(join(projectRoot, path), 'utf8');
  // What a page shows as text is no code of it.
  const specifiers = [...text.matchAll(IMPORT)]
    .map((match) => match[1] as string)
    .filter((one) => !one.endsWith('?raw'));
  const own = specifiers.filter((specifier) => specifier.startsWith('.'));
  return {
    path,
    text,
    lines: text.split('\n').length,
    imports: own.map((specifier) => posix.normalize(posix.join(dirname(path), specifier))),
    packages: specifiers.filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:')),
  };
}
