import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../../outbound/index.ts';
import { type Handle, hang, inTurn, json, text } from '../../../outbound/testing/loopback.ts';
import { EmptyAnswer } from '../../protocol.ts';
import { everythingIn } from '../../testing/everything-in.ts';
import { closeAfterEach, failureOf, type OperationSetup, openOperation } from '../testing/open-operation.ts';

closeAfterEach();

const NIK = '1571991007900001';
/** So many records, numbered from one on. */
const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ no: from + index }));
const query = (path: string, name: string) => new URL(path, 'http://x').searchParams.get(name);

const byPage = { get: '/izin?hal=:hal', rows: 'data[]', pages: { by: 'page', parameter: 'hal', size: 2 } };
const byOffset = { get: '/izin?mulai=:mulai', rows: '[]', pages: { by: 'offset', parameter: 'mulai', size: 2 } };
const byCursor = {
  post: '/izin',
  body: { nik: ':nik', dari: ':dari' },
  rows: 'data.izin[]',
  pages: { by: 'cursor', parameter: 'dari', next: 'meta.next' },
};
const byLink = { get: '/izin?nik=:nik', rows: '[]', pages: { by: 'link' } };

const pagesOf = (...counts: readonly number[]): Handle => {
  let from = 1;
  const handles = counts.map((count) => {
    const page = json({ rc: '00', data: rows(from, count), waktu: from });
    from += count;
    return page;
  });
  return inTurn(...handles, text('asked once too often', 500));
};

const ask = async (handle: Handle, operation: Record<string, unknown>, more: Partial<OperationSetup> = {}) => {
  const open = await openOperation({ handle, operation, ...more });
  const outcome: unknown = await open.call({ nik: NIK }).catch((error: unknown) => error);
  return { ...open, outcome };
};

describe('pages that are counted', () => {
  it.each([
    ['end with one that is not full', [2, 2, 1]],
    ['end with one that is empty', [2, 2, 0]],
    ['may be a single one that is not full', [1]],
    ['may be a single one that is empty', [0]],
  ] as const)('%s', async (_name, counts) => {
    const { outcome, paths } = await ask(pagesOf(...counts), byPage);
    const total = counts.reduce<number>((sum, count) => sum + count, 0);
    expect(outcome).toEqual({ rc: '00', data: rows(1, total), waktu: 1 });
    expect(paths().map((path) => query(path, 'hal'))).toEqual(counts.map((_count, index) => String(index + 1)));
  });

  it('begin at the number that the file says', async () => {
    const zero = { ...byPage, pages: { ...byPage.pages, first: 0 } };
    const { paths } = await ask(pagesOf(2, 0), zero);
    expect(paths()).toEqual(['/izin?hal=0', '/izin?hal=1']);
  });

  it('without a size are read until one is empty', async () => {
    const { paths, outcome } = await ask(pagesOf(3, 1, 0), { ...byPage, pages: { by: 'page', parameter: 'hal' } });
    expect(outcome).toMatchObject({ data: rows(1, 4) });
    expect(paths()).toHaveLength(3);
  });

  it('may be counted by their rows, in an answer that is a bare list', async () => {
    const { outcome, paths } = await ask(inTurn(json(rows(1, 2)), json(rows(3, 2)), json([])), byOffset);
    expect(outcome).toEqual(rows(1, 4));
    expect(paths().map((path) => query(path, 'mulai'))).toEqual(['0', '2', '4']);
  });

  it('may be counted in a body, as a number', async () => {
    const { system } = await ask(pagesOf(2, 1), { ...byPage, get: undefined, post: '/izin', body: { hal: ':hal' } });
    expect(system.requests.map(({ body }) => body)).toEqual(['{"hal":1}', '{"hal":2}']);
  });

  it.each([[null], [[]]])('may end with a list that PHP wrote as %j', async (data) => {
    const { outcome } = await ask(inTurn(json({ data: rows(1, 2) }), json({ data })), byPage);
    expect(outcome).toEqual({ data: rows(1, 2) });
  });

  it('may hold a single record that stands for a list of one', async () => {
    const handle = inTurn(json({ data: rows(1, 2) }), json({ data: { no: 3 } }));
    const { outcome } = await ask(handle, { ...byPage, rows: 'data[]?' });
    expect(outcome).toEqual({ data: rows(1, 3) });
  });

  it('end where the system has no such page', async () => {
    const handle = inTurn(json({ data: rows(1, 2) }), text('<h1>Not Found</h1>', 404));
    const { outcome } = await ask(handle, { ...byPage, emptyStatus: [404] });
    expect(outcome).toEqual({ data: rows(1, 2) });
  });
});

describe('pages that say what the next is asked by', () => {
  const page = (from: number, count: number, next?: unknown) =>
    json({ data: { izin: rows(from, count) }, meta: { next, total: '5' } });

  it.each([[null], [undefined], ['']])('end with a cursor that is %j, however many rows they have', async (end) => {
    const { outcome, system } = await ask(inTurn(page(1, 3, 'b='), page(4, 0, 77), page(4, 2, end)), byCursor);
    expect(outcome).toMatchObject({ data: { izin: rows(1, 5) } });
    expect(system.requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { nik: NIK, dari: null },
      { nik: NIK, dari: 'b=' },
      { nik: NIK, dari: 77 },
    ]);
  });

  it('are refused when the cursor is no such thing', async () => {
    const { outcome } = await ask(page(1, 3, { id: NIK }), byCursor);
    expect(outcome).toMatchObject({ kind: 'badAnswer' });
    expect(everythingIn(outcome)).not.toContain(NIK);
  });

  it('are refused when a page names itself as the next', async () => {
    const { outcome, system } = await ask(inTurn(page(1, 1, 'b'), page(2, 0, 'b')), byCursor);
    expect(outcome).toMatchObject({ kind: 'badAnswer' });
    expect(system.requests).toHaveLength(2);
  });
});

describe('pages that are linked', () => {
  const linked = (from: number, link: string) => json(rows(from, 2), 200, { link });

  it('are followed as the link says, relative or whole, behind the path of the source', async () => {
    let url = '';
    const { call, system, paths } = await openOperation({
      handle: inTurn(
        linked(1, '<?nik=1&hal=2>; rel="next", <?hal=9>; rel=last'),
        (...exchange) => linked(3, `<${url}/index.php/izin/lanjut?hal=3>; rel=next`)(...exchange),
        linked(5, '<?hal=1>; rel=first'),
      ),
      operation: byLink,
      prefix: '/index.php',
    });
    url = system.url;
    expect(await call({ nik: '1' })).toEqual(rows(1, 6));
    expect(paths()).toEqual(['/index.php/izin?nik=1', '/index.php/izin?nik=1&hal=2', '/index.php/izin/lanjut?hal=3']);
  });

  it('are found in several Link headers', async () => {
    const first: Handle = (_request, response) => {
      response.writeHead(
        200,
        [
          ['link', '<?hal=9>; rel=last'],
          ['link', '<?hal=2>; rel=next'],
        ].flat(),
      );
      response.end(JSON.stringify(rows(1, 2)));
    };
    expect((await ask(inTurn(first, json(rows(3, 1))), byLink)).outcome).toEqual(rows(1, 3));
  });

  it.each([
    ['another host', '<http://lain.example/index.php/izin?hal=2>; rel=next'],
    ['another host, without a scheme', '<//lain.example/index.php/izin?hal=2>; rel=next'],
    ['another scheme', '<file:///index.php/izin>; rel=next'],
    ['another path', '<../admin?hal=2>; rel=next'],
    ['another path, hidden', '</index.php/%2e%2e/admin>; rel=next'],
    ['a path that only begins alike', '</index.phpx/izin>; rel=next'],
    ['nowhere', '<http://>; rel=next'],
  ])('are not followed to %s', async (_name, link) => {
    const { outcome, system } = await ask(linked(1, link), byLink, { prefix: '/index.php' });
    expect(outcome).toMatchObject({ kind: 'badAnswer', message: 'a next page at another address' });
    expect(system.requests).toHaveLength(1);
  });

  it('are not taken for the last when their header cannot be read', async () => {
    const { outcome } = await ask(linked(1, 'page 2; rel=next'), byLink);
    expect(outcome).toMatchObject({ kind: 'badAnswer', message: 'a Link header that cannot be read' });
  });
});

describe('a list of many pages is never cut short:', () => {
  it('more pages than allowed are a failure', async () => {
    const { outcome, system } = await ask(pagesOf(2, 2, 2), { ...byPage, pages: { ...byPage.pages, maxPages: 2 } });
    expect(outcome).toMatchObject({ kind: 'badAnswer', message: 'more than the 2 pages that it may have' });
    expect(system.requests).toHaveLength(2);
  });

  it('twenty pages are allowed by default', async () => {
    const { outcome, system } = await ask(pagesOf(...Array.from({ length: 21 }, () => 2)), byPage);
    expect(outcome).toMatchObject({ message: 'more than the 20 pages that it may have' });
    expect(system.requests).toHaveLength(20);
  });

  it('a page that comes again is a failure, also when it tells another time', async () => {
    let waktu = 0;
    const handle: Handle = (...exchange) => json({ data: rows(1, 2), waktu: waktu++ })(...exchange);
    const { outcome, system } = await ask(handle, byPage);
    expect(outcome).toMatchObject({ kind: 'badAnswer', message: expect.stringMatching(/^the same page again/) });
    expect(system.requests).toHaveLength(2);
  });

  it('a page with more rows than its size is a failure', async () => {
    expect((await ask(pagesOf(3), byPage)).outcome).toMatchObject({ kind: 'badAnswer' });
  });

  it.each([
    ['without its list', json({ rc: '99', message: NIK })],
    ['with something else in its place', json({ data: { message: NIK } })],
    ['that is a page for people', text(`<html>${NIK}</html>`)],
  ])('a further page %s is a failure that repeats nothing', async (_name, second) => {
    const { outcome } = await ask(inTurn(json({ data: rows(1, 2) }), second), byPage);
    expect(outcome).toMatchObject({ kind: 'badAnswer' });
    expect(everythingIn(outcome)).not.toContain(NIK);
  });

  it('a further page that fails fails the whole', async () => {
    const handle = inTurn(json({ data: rows(1, 2) }), text('', 503, { 'retry-after': '7' }));
    expect((await ask(handle, byPage)).outcome).toMatchObject({ kind: 'unavailable', retryAfterSeconds: 7 });
  });

  it.each([
    ['says that something is wrong', { rc: '05', data: [] }, { kind: 'quota' }],
    ['says that there is nothing more', { rc: '01' }, undefined],
  ])('a further page that %s is judged as the connector file says', async (_name, second, failure) => {
    const judge = (answer: unknown) => {
      const { rc } = answer as { rc: string };
      if (rc === '05') throw new CallFailure('quota', 'enough');
      return rc === '01' ? 'empty' : 'ok';
    };
    const { outcome } = await ask(inTurn(json({ rc: '00', data: rows(1, 2) }), json(second)), byPage, { judge });
    if (failure) expect(outcome).toMatchObject(failure);
    else expect(outcome).toEqual({ rc: '00', data: rows(1, 2) });
  });

  it.each([
    [3, 'another number of rows than the total that it gives itself'],
    ['4', 'another number of rows than the total that it gives itself'],
    [undefined, 'no number where the total of its rows should be'],
    ['tiga', 'no number where the total of its rows should be'],
    ['', 'no number where the total of its rows should be'],
  ])('a total of %j for two rows is a failure', async (total, message) => {
    const counted = { ...byPage, pages: { ...byPage.pages, size: 10, total: 'meta.total' } };
    const { outcome } = await ask(json({ data: rows(1, 2), meta: { total } }), counted);
    expect(outcome).toMatchObject({ kind: 'badAnswer', message });
  });

  it.each([2, '2'])('a total of %j for two rows is right', async (total) => {
    const counted = { ...byPage, pages: { ...byPage.pages, size: 10, total: 'meta.total' } };
    const answer = { data: rows(1, 2), meta: { total } };
    expect((await ask(json(answer), counted)).outcome).toEqual(answer);
  });
});

describe('an operation with pages', () => {
  it('gives a first answer without a list as it is: what it says is not for the protocol to judge', async () => {
    const { outcome } = await ask(json({ rc: '01' }), { ...byPage, pages: { ...byPage.pages, total: 'meta.total' } });
    expect(outcome).toEqual({ rc: '01' });
  });

  it('gives a first answer whose status says that there is nothing as that', async () => {
    const { outcome } = await ask(json({ rc: '44' }, 404), { ...byPage, emptyStatus: [404] });
    expect(outcome).toBeInstanceOf(EmptyAnswer);
    expect(outcome).toMatchObject({ content: { rc: '44' } });
  });

  it('asks before every page but the first whether the system allows one more call', async () => {
    const { call, system } = await openOperation({ handle: pagesOf(2, 2, 2, 1), operation: byPage });
    let left = 2;
    const failure = await failureOf(
      call({}, undefined, async () => {
        if (left-- === 0) throw new CallFailure('quota', 'enough');
      }),
    );
    expect(failure).toMatchObject({ kind: 'quota' });
    expect(system.requests).toHaveLength(3);
  });

  it('reads all its pages before the one deadline', async () => {
    const { call } = await openOperation({ handle: inTurn(json({ data: rows(1, 2) }), hang), operation: byPage });
    expect(await failureOf(call({}, Date.now() + 100))).toMatchObject({ kind: 'unavailable' });
  });

  it('logs in once, and again when the session ends between two pages', async () => {
    let logIns = 0;
    const { outcome, paths } = await ask(
      ({ path, headers }, response, socket) => {
        const isSecond = path === '/izin?hal=2';
        const answer =
          path === '/login'
            ? json({ token: `T${++logIns}` })
            : isSecond && headers.authorization === 'Bearer T1'
              ? json({}, 401)
              : json({ data: isSecond ? rows(3, 1) : rows(1, 2) });
        answer({ path, headers, method: '', body: '', index: 0 }, response, socket);
      },
      byPage,
      { source: { auth: { login: { post: '/login', body: {}, token: 'token' } } } },
    );
    expect(outcome).toEqual({ data: rows(1, 3) });
    expect(paths()).toEqual(['/login', '/izin?hal=1', '/izin?hal=2', '/login', '/izin?hal=2']);
  });
});
