import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';
import { readSourceFiles, type SourceFile } from './support/project-files.ts';

/** Which stage may import which; the table of README's "Folders". Everyone may import ports, and itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  ports: [],
  config: ['base'],
  outbound: ['base'],
  store: ['base'],
  protocols: ['base', 'outbound'],
  audit: ['base', 'store'],
  identity: ['base', 'store', 'audit'],
  connector: ['base', 'outbound', 'protocols'],
  subgraph: ['base', 'connector', 'identity'],
  federation: ['base', 'outbound'],
  sync: ['base', 'store', 'connector'],
  city: ['base', 'store', 'identity', 'subgraph'],
  gateway: ['base', 'identity', 'federation'],
  session: ['base'],
  web: [],
};

/** Files that wire the stages together. */
const ROOTS = /^src\/[a-z-]+\.ts$|^src\/cli\//;

const files = readSourceFiles();
const product = files.filter(
  ({ path }) => path.startsWith('src/') && !path.endsWith('.test.ts') && !path.includes('/testing/'),
);
const stageOf = (path: string): string => path.split('/')[1] ?? '';
const isWiring = ({ path }: SourceFile): boolean => ROOTS.test(path);

describe('the stages', () => {
  it('import only what the table allows', () => {
    const wrong = product
      .filter((file) => !isWiring(file))
      .flatMap(({ path, imports }) =>
        imports.filter((target) => !isAllowed(path, target)).map((target) => `${path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('are all in the table', () => {
    const unknown = new Set(product.filter((file) => !isWiring(file)).map(({ path }) => stageOf(path)));
    expect([...unknown].filter((stage) => !(stage in MAY_IMPORT))).toEqual([]);
  });

  it('reach another stage through its index, or through what its index documents as a contract', () => {
    const contracts = /\/index\.ts$|^src\/(base|ports)\/|\/protocols\/protocol\.ts$/;
    const wrong = product
      .filter((file) => !isWiring(file))
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => target.startsWith('src/') && stageOf(target) !== stageOf(path) && !contracts.test(target))
          .map((target) => `${path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('explain themselves in the first lines of their index', () => {
    for (const stage of new Set(product.filter((file) => !isWiring(file)).map(({ path }) => stageOf(path)))) {
      if (stage === 'base' || stage === 'ports') continue;
      const index = files.find(({ path }) => path === `src/${stage}/index.ts`);
      expect(index?.text.startsWith('/**\n'), `src/${stage}/index.ts`).toBe(true);
    }
  });

  it('keep ports free of code', () => {
    const ports = product.filter(({ path }) => path.startsWith('src/ports/'));
    expect(ports.length).toBeGreaterThan(0);
    for (const { text, path } of ports) expect(text, path).not.toMatch(/^export (?:const|function|class|let)/m);
  });
});

describe('the simulated city', () => {
  it('and the hub know nothing of each other', () => {
    const wrong = files
      .filter(({ path }) => path.startsWith('src/') || path.startsWith('demo/') || path.startsWith('connectors/'))
      .flatMap(({ path, imports }) =>
        imports.map((target) => [path.split('/')[0], target.split('/')[0], `${path} imports ${target}`] as const),
      )
      .filter(([from, to]) => (from === 'demo' && to === 'src') || (from !== 'demo' && to === 'demo'));
    expect(wrong).toEqual([]);
  });

  it('is named by the hub only as the command line’s helper', () => {
    const naming = product.filter(({ path, text }) => /['"`/]demo\//.test(text) && !path.startsWith('src/cli/'));
    expect(naming.map(({ path }) => path)).toEqual([]);
  });
});

describe('connectors', () => {
  it('import only the connector SDK, and only from resolvers.ts', () => {
    const wrong = files
      .filter(({ path }) => path.startsWith('connectors/') && !path.endsWith('.test.ts'))
      .filter(
        ({ path, imports }) =>
          !path.endsWith('/resolvers.ts') || imports.some((target) => target !== 'src/connector/index.ts'),
      );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('files', () => {
  const written = files.filter(({ path }) => !path.includes('/generated/'));

  it('are at most 450 lines long', () => {
    expect(written.filter(({ lines }) => lines > 450).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('are named in kebab-case, none of them a drawer for everything', () => {
    const bad = /[A-Z_]|(^|\/)(utils?|helpers?|common|managers?)(\.|\/|-)/;
    expect(written.filter(({ path }) => bad.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('suppress no type error', () => {
    const directive = new RegExp(['@ts', '(ignore|expect-error|nocheck)'].join('-'));
    expect(written.filter(({ text }) => directive.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('dependencies', () => {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { license?: string; dev?: boolean; resolved?: string; hasInstallScript?: boolean }>;
  };
  const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);

  it('of the product are all free: no Elastic or SSPL licence', () => {
    const licences = shipped.map(([path, { license }]) => `${path}: ${license ?? readOldLicences(path)}`);
    expect(licences.filter((line) => /elastic|sspl|busl|commons.clause|: $/i.test(line))).toEqual([]);
  });

  it('are used by the product itself, not by the demo or the tests alone', () => {
    const used = new Set(
      product
        .flatMap(({ packages }) => packages)
        .map((name) => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? ''))),
    );
    const byPath = new Set(['graphiql', 'react', 'react-dom']);
    expect(Object.keys(manifest.dependencies).filter((name) => !used.has(name) && !byPath.has(name))).toEqual([]);
  });

  it('are locked by hash, without the address of a registry', () => {
    expect(shipped.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});

/** Packages from before 2015 say `licenses: [{ type }]`, which npm does not put into the lockfile. */
function readOldLicences(path: string): string {
  const { licenses = [] } = JSON.parse(readFileSync(join(projectRoot, path, 'package.json'), 'utf8')) as {
    licenses?: { type: string }[];
  };
  return licenses.map(({ type }) => type).join(', ');
}

function isAllowed(path: string, target: string): boolean {
  if (target.startsWith('src/ports/')) return true;
  if (!target.startsWith('src/')) return false;
  const [from, to] = [stageOf(path), stageOf(target)];
  return from === to || (MAY_IMPORT[from]?.includes(to) ?? false);
}
