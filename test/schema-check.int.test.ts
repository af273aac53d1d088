import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSupergraph } from '../src/cli/schema/read-supergraph.ts';
import { projectRoot } from '../src/project-root.ts';
import { runProcess } from './support/run-process.ts';

const COMMITTED = readFileSync(join(projectRoot, 'schema/supergraph.graphql'), 'utf8');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'schema-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function schema(...args: string[]): Promise<{ code: number | null; output: string }> {
  const running = runProcess(['hub', 'schema', ...args]);
  return { code: await running.ended, output: running.output() };
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** A supergraph that had more than the committed one: a field, and a rule of one. */
function older(): string {
  const field = '  street: String\n';
  if (!COMMITTED.includes(field))
    throw new Error('Address.street is no longer where this test writes a field after it');
  return write(
    'older.graphql',
    COMMITTED.replace(field, `${field}  houseNumber: String @policy(policies: [["owner"]])\n`),
  );
}

describe('npm run hub -- schema check', () => {
  it('is content with the schema as it is committed', async () => {
    const { code, output } = await schema('check');
    expect(output).toMatch(/^The public schema is unchanged; \d+ operations fit\.\n$/);
    expect(code).toBe(0);
  });

  it('fails for a field that apps had, unless that is allowed', async () => {
    const file = older();
    const refused = await schema('check', '--against', file);
    const line = "Address.houseNumber: Field 'houseNumber' was removed from object type 'Address'";
    expect(refused.output).toContain(`breaking:\n  ${line}\n`);
    expect(refused.output).toMatch(/\d+ operations fit\.\n.*--allow-breaking\.\n$/);
    expect(refused.code).toBe(1);
    const allowed = await schema('check', '--against', file, '--allow-breaking');
    expect(allowed.output).toContain(line);
    expect(allowed.code).toBe(0);
  });

  it.each([
    ['a misspelt action', ['chekc'], 'Did you mean check?'],
    ['a misspelt flag', ['check', '--agains', 'HEAD'], 'Did you mean --against?'],
    [
      'a flag of another action',
      ['print', '--check'],
      'schema print has no flag --check. It takes --public, --portable, --url.',
    ],
    ['a word too many', ['check', 'HEAD'], 'schema check can do nothing with "HEAD". It takes --against'],
    ['no action', [], 'schema compose | check | print'],
  ])('refuses %s in one line that says what would be right', async (_name, args, expected) => {
    const { code, output } = await schema(...args);
    expect(output).toContain(expected);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});

describe('npm run hub -- schema print', () => {
  it('prints what is committed, to the last byte', async () => {
    expect(await schema('print')).toEqual({ code: 0, output: COMMITTED });
  });

  it('prints what clients see of it, without a trace of the federation or of access rules', async () => {
    const { code, output } = await schema('print', '--public');
    expect(output).toContain('type Citizen {');
    expect(output).not.toMatch(/join__|@policy|@tag|@link/);
    expect(code).toBe(0);
  });
});

describe('the supergraph to compare with', () => {
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false', ...args],
      { cwd: folder },
    );

  it('is read from a commit, under any name that it has, also where the project is a folder of the repository', () => {
    const project = join(folder, 'project');
    mkdirSync(join(project, 'schema'), { recursive: true });
    git('init', '--quiet', '--initial-branch=main');
    git('commit', '--quiet', '--allow-empty', '--message', 'empty');
    git('tag', 'before');
    writeFileSync(join(project, 'schema/supergraph.graphql'), COMMITTED);
    git('add', '.');
    git('commit', '--quiet', '--message', 'schema');
    writeFileSync(join(project, 'schema/supergraph.graphql'), 'changed since');
    for (const ref of ['main', 'HEAD', 'HEAD~0']) expect(readSupergraph(ref, project)).toBe(COMMITTED);
    expect(() => readSupergraph('before', project)).toThrow('The commit "before" has no schema/supergraph.graphql');
    for (const ref of ['none', '--help', 'HEAD..main', '']) {
      expect(() => readSupergraph(ref, project)).toThrow(`"${ref}" is no file, and git knows no commit of that name`);
    }
  });

  it('is not looked for where there is no repository, or no git', () => {
    const bare = mkdtempSync(join(tmpdir(), 'no-repository-'));
    expect(() => readSupergraph('main', bare)).toThrow(/knows no commit of that name \(fatal: not a git repository/);
    const { PATH } = process.env;
    process.env.PATH = bare;
    try {
      expect(() => readSupergraph('main', bare)).toThrow('git cannot be run');
    } finally {
      process.env.PATH = PATH;
      rmSync(bare, { recursive: true });
    }
  });

  it.each([
    ['no GraphQL', 'type Query {', /none\.graphql: The supergraph does not parse: Syntax Error: .* line 1$/],
    ['a subgraph', 'type Query { a: Int }', /none\.graphql: This is not a supergraph/],
    [
      'torn',
      'enum join__Graph { A }\ntype Query { a: Missing }',
      /none\.graphql: The supergraph cannot be read: Unknown type: "Missing"$/,
    ],
  ])('that is %s is refused with the reason', (_name, text, reason) => {
    const file = write('none.graphql', text);
    expect(() => readSupergraph(file, projectRoot)).toThrow(reason);
  });
});
