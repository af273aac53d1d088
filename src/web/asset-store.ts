import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { typeOf } from './file-type.ts';
import { createStaticFile, type StaticFile } from './static-file.ts';

const OWN_FOLDER = join(import.meta.dirname, 'assets');

/** Files of other packages that the explorer loads: [package, path inside it]. */
const VENDORED = [
  ['react', 'umd/react.production.min.js'],
  ['react-dom', 'umd/react-dom.production.min.js'],
  ['graphiql', 'graphiql.min.js'],
  ['graphiql', 'graphiql.min.css'],
] as const;

/**
 * Reads every asset into memory under the name it has below `/assets/`; what is not in the answer does not exist, so no
 * request can reach another file.
 * @throws when a file is missing or is of a kind that is not served.
 */
export async function loadAssets(): Promise<ReadonlyMap<string, StaticFile>> {
  const own = (await readdir(OWN_FOLDER)).map((name) => [name, join(OWN_FOLDER, name)] as const);
  const entries = [...own, ...VENDORED.map(locate)].map(
    async ([name, path]) => [name, createStaticFile(await readFile(path), typeOf(name))] as const,
  );
  return new Map(await Promise.all(entries));
}

function locate([packageName, path]: (typeof VENDORED)[number]): readonly [string, string] {
  // The packages' `exports` hide their UMD files, but not package.json, which stands beside them.
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  return [path.replace('umd/', ''), join(dirname(manifest), path)];
}
