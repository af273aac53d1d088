import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appHeaders } from './content-security.ts';
import { typeOf } from './file-type.ts';
import { sendFile } from './send-file.ts';
import { createStaticFile, type StaticFile } from './static-file.ts';

/** The doors of the house, each one page: what stands behind its path is the page's own affair. */
const DOORS = ['kota', 'warga', 'opd', 'pengembang'];

/** The built pages in memory: a closed set of files, so that a request can name nothing else. */
interface BuiltPages {
  readonly pages: ReadonlyMap<string, StaticFile>;
  readonly files: ReadonlyMap<string, StaticFile>;
}

/** Where the building of the pages is: under way, done, or failed. */
interface Building {
  built?: BuiltPages;
  hasFailed?: boolean;
}

/**
 * Adds the pages that React draws. While they are built the address answers with a page that comes again by itself; a
 * failed build is told there and by `onFailed`, and everything else goes on.
 */
export function serveBuiltPages(
  app: FastifyInstance,
  folder: Promise<string>,
  onFailed: (error: unknown) => void,
): void {
  const building: Building = {};
  folder.then(readPages).then(
    (built) => {
      building.built = built;
    },
    (error: unknown) => {
      building.hasFailed = true;
      onFailed(error);
    },
  );
  const sendPage = (name: string) => (request: FastifyRequest, reply: FastifyReply) => {
    const page = building.built?.pages.get(name);
    reply.headers(appHeaders);
    return page ? sendFile(request, reply, page) : sendNotYet(reply, building.hasFailed ?? false);
  };
  app.get('/', sendPage('beranda'));
  for (const door of DOORS) {
    app.get(`/${door}`, sendPage(door));
    app.get(`/${door}/*`, sendPage(door));
  }
  app.get<{ Params: { name: string } }>('/halaman/:name', (request, reply) => {
    const file = building.built?.files.get(request.params.name);
    // Vite names files by their content.
    return file === undefined ? reply.callNotFound() : sendFile(request, reply, file, { isVersioned: true });
  });
}

async function readPages(folder: string): Promise<BuiltPages> {
  const read = async (path: string, name: string) =>
    createStaticFile(await readFile(join(folder, path, name)), typeOf(name));
  const pages = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  const files = await readdir(join(folder, 'halaman'));
  return {
    pages: new Map(
      await Promise.all(pages.map(async (name) => [name.replace('.html', ''), await read('', name)] as const)),
    ),
    files: new Map(await Promise.all(files.map(async (name) => [name, await read('halaman', name)] as const))),
  };
}

const NOT_YET = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Sebentar …</title>
<p>Halaman sedang disiapkan, beberapa detik lagi. <span lang="en">The pages are being prepared, a few seconds more.</span></p></html>`;
const FAILED = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Halaman belum ada</title>
<p>Halaman tidak dapat disiapkan; sebabnya ada di catatan hub. API tetap menjawab di /graphql.
<span lang="en">The pages could not be built; the hub's log says why. The API answers at /graphql all the same.</span></p></html>`;

function sendNotYet(reply: FastifyReply, hasFailed: boolean): FastifyReply {
  if (!hasFailed) reply.header('refresh', '1');
  return reply
    .code(503)
    .headers({ 'cache-control': 'no-store', 'retry-after': '1' })
    .type('text/html; charset=utf-8')
    .send(hasFailed ? FAILED : NOT_YET);
}
