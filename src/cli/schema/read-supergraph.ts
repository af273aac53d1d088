import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { HubError } from '../../base/hub-error.ts';
import { buildPublicSchema, listSubgraphs } from '../../federation/index.ts';

/** Where the composed supergraph is committed, from the project's folder. */
export const SUPERGRAPH_PATH = 'schema/supergraph.graphql';

const FILE_OR_REF = 'Name a file that "npm run hub -- schema print" wrote, or a commit, branch or tag';

/**
 * Reads a supergraph SDL: that of a file, or else the committed one of a commit, under any name that git knows it by.
 * @throws HubError BAD_USER_INPUT with why there is none and what to do.
 */
export function readSupergraph(fileOrRef: string, projectRoot: string): string {
  const isFile = statSync(fileOrRef, { throwIfNoEntry: false })?.isFile() ?? false;
  const sdl = isFile ? readFileSync(fileOrRef, 'utf8') : readFromGit(fileOrRef, projectRoot);
  assertSupergraph(sdl, isFile ? fileOrRef : `${SUPERGRAPH_PATH} of ${fileOrRef}`);
  return sdl;
}

function readFromGit(ref: string, projectRoot: string): string {
  const commit = runGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], projectRoot);
  if (commit.status !== 0) {
    const complaint = commit.stderr.trim().split('\n')[0];
    throw new HubError(
      'BAD_USER_INPUT',
      `"${ref}" is no file, and git knows no commit of that name${complaint ? ` (${complaint})` : ''}`,
      { fix: `${FILE_OR_REF} that is here: git fetch brings those of others.` },
    );
  }
  // With ./ the path counts from the project's folder, which need not be the repository's.
  const shown = runGit(['show', `${commit.stdout.trim()}:./${SUPERGRAPH_PATH}`], projectRoot);
  if (shown.status === 0) return shown.stdout;
  throw new HubError('BAD_USER_INPUT', `The commit "${ref}" has no ${SUPERGRAPH_PATH}`, {
    fix: 'Name a later commit, or a file.',
  });
}

function runGit(args: readonly string[], cwd: string) {
  const result = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (!result.error) return result;
  throw new HubError('BAD_USER_INPUT', `git cannot be run (${result.error.message})`, {
    fix: 'Install git, or name a file: --against <file>',
    cause: result.error,
  });
}

function assertSupergraph(sdl: string, place: string): void {
  try {
    listSubgraphs(sdl);
    buildPublicSchema(sdl);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    throw new HubError('BAD_USER_INPUT', `${place}: ${error.message}`, { fix: `${FILE_OR_REF}.`, cause: error });
  }
}
