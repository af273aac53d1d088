import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMariadbd } from '../demo/database/mariadb.ts';
import { findPerson } from '../demo/people/find-person.ts';
import { readLinksFile } from '../src/links-file.ts';
import { createLinkAttempts, createLinkStore, type LinkStore } from '../src/store/index.ts';
import type { Answer } from './support/ask.ts';
import { newKeyRing, newSecretKey, nikOf, openTestDatabase } from './support/open-access-log.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const [DEMO_NOP = ''] = findPerson('demo').nops;
const DEMO_WATER = '01004711';
const SITI_NIP = '198604122010032001';
const SHARED = { isSingle: false };
const SINGLE = { isSingle: true };

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ databases: true });
});
afterAll(() => hub.stop());

const LINK = `mutation ($kind: String!, $number: PersonalText!, $fact: PersonalText!) {
  linkAccount(kind: $kind, number: $number, fact: $fact) { id kind label maskedValue how opd { code } }
}`;
const link = (citizen: string, kind: string, number: string, fact: string): Promise<Answer> =>
  hub.ask(LINK, { citizen, variables: { kind, number, fact } });
const linksOf = async (citizen: string) =>
  (await hub.ask('{ me { links { id kind maskedValue how } } }', { citizen })).data.me.links;
const accessesTo = async (alias: 'demo' | 'siti' | 'kosong' | 'ganda' | 'lunas') =>
  (await hub.stores.privacy.accessLog.listOfSubject(findPerson(alias).nik, 50, undefined)).flatMap((one) =>
    one.reads.flatMap(({ opd, fields }) => fields.map((field) => `${opd} ${field} ${one.channel} ${one.outcome}`)),
  );

describe('linkKinds', () => {
  it('says to anybody what can be linked and what is asked for it', async () => {
    const { data } = await hub.ask('{ linkKinds { kind label ask opd { code } } }');
    const kinds = data.linkKinds.map(({ kind, opd }: { kind: string; opd: { code: string } }) => `${opd.code} ${kind}`);
    expect(kinds.sort()).toEqual([
      'bkpsdmd nip',
      'bpprd nop',
      'dishub nouji',
      'dpmptsp nib',
      'dpmptsp no-permohonan',
      'tirtamayang no-langganan',
    ]);
    expect(data.linkKinds[0]).toMatchObject({ label: expect.any(String), ask: expect.any(String) });
  });
});

describe('a number of another household', () => {
  it('is linked by who knows the name on it, and its bills are there at once', async () => {
    expect((await hub.ask('{ me { taxBills { nop } } }', { citizen: 'kosong' })).data.me.taxBills).toEqual([]);
    const linked = await link('kosong', 'nop', '15.71.010.001.005-0123.0', 'rahmat  syahputra');
    expect(linked.errors).toEqual([]);
    expect(linked.data.linkAccount).toMatchObject({
      kind: 'nop',
      opd: { code: 'bpprd' },
      maskedValue: '••••••••••••••1230',
      how: 'PROOF',
    });
    const { data } = await hub.ask('{ me { taxBills { nop year } } }', { citizen: 'kosong' });
    expect(new Set(data.me.taxBills.map(({ nop }: { nop: string }) => nop))).toEqual(new Set([DEMO_NOP]));
    expect(await accessesTo('kosong')).toContain('bpprd Link.nop mutation allowed');
  });

  it.runIf(findMariadbd())('may be a water account, as its members share it', async () => {
    const linked = await link('kosong', 'no-langganan', DEMO_WATER, 'Rahmat Syahputra');
    expect(linked.errors).toEqual([]);
    const { data } = await hub.ask('{ me { waterConnections { number } } }', { citizen: 'kosong' });
    expect(data.me.waterConnections).toEqual([{ number: DEMO_WATER }]);
    const { rows } = await hub.database.pool.query(
      `select event, how, other_holders from link_history where kind = 'no-langganan' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ event: 'linked', how: 'proof', other_holders: 1 }]);
  });

  it('is refused with a wrong name just as a number that does not exist is', async () => {
    const wrong = await link('siti', 'nop', DEMO_NOP, 'Rahmat');
    const unknown = await link('siti', 'nop', '157101000100599990', 'Rahmat Syahputra');
    expect(wrong.errors[0]?.extensions).toMatchObject({ code: 'PROOF_WRONG', pesan: expect.stringContaining('cocok') });
    expect(wrong.errors).toEqual(unknown.errors);
    expect(wrong.data).toEqual(unknown.data);
    const accesses = await accessesTo('siti');
    expect(accesses.filter((one) => one === 'bpprd Link.nop mutation refused')).toHaveLength(2);
    expect(await linksOf('siti')).not.toContainEqual(expect.objectContaining({ maskedValue: '••••••••••••••1230' }));
  });
});

describe('every kind of number', () => {
  it.each([
    ['dishub', 'nouji', 'jb 0000001', 'CONTOH14589659892', 'BH 8001 QA'],
    ['dpmptsp', 'nib', '0000015710001', 'usaha jahit rahmat', 'usaha jahit'],
    ['dpmptsp', 'no-permohonan', 'SC-1571-2026-00001', 'Rahmat Syahputra', 'Rahmat'],
  ])('of %s, %s, is proved by its own fact', async (_opd, kind, number, right, wrong) => {
    expect((await link('lunas', kind, number, wrong)).errors[0]?.extensions.code).toBe('PROOF_WRONG');
    const linked = await link('lunas', kind, number, right);
    expect(linked.errors).toEqual([]);
    expect(linked.data.linkAccount).toMatchObject({ kind, how: 'PROOF' });
  });

  it('that is a civil servant’s is proved by himself only, whoever knows his name', async () => {
    const other = await link('lunas', 'nip', SITI_NIP, 'Siti Marlina');
    expect(other.errors[0]?.extensions.code).toBe('PROOF_WRONG');
    const own = await link('siti', 'nip', '19860412 201003 2 001', 'Siti Marlina');
    expect(own.errors).toEqual([]);
  });

  it('whose record lacks the fact is refused as not provable', async () => {
    // The oldest template of SiCantik writes no applicant.
    const mine = readLinksFile(hub.demo.hubEnvironment.HUB_LINKS_FILE ?? '').find(
      ({ nik, kind }) => nik === findPerson('aneh').nik && kind === 'no-permohonan',
    );
    const refused = await link('aneh', 'no-permohonan', mine?.value ?? '', findPerson('aneh').name);
    expect(refused.errors[0]?.extensions.code).toBe('PROOF_IMPOSSIBLE');
  });
});

describe('unlinking', () => {
  it('holds against the next import, until a new proof', async () => {
    const mine = (await linksOf('ganda')).filter(({ kind }: { kind: string }) => kind === 'nop');
    expect(mine).toHaveLength(3);
    expect(mine[0].how).toBe('IMPORT');
    const { data } = await hub.ask('mutation ($id: ID!) { unlinkAccount(id: $id) }', {
      citizen: 'ganda',
      variables: { id: mine[0].id },
    });
    expect(data).toEqual({ unlinkAccount: true });
    const rows = readLinksFile(hub.demo.hubEnvironment.HUB_LINKS_FILE ?? '');
    expect(await hub.stores.links.addLinks(rows)).toMatchObject({ added: 0 });
    expect((await linksOf('ganda')).filter(({ kind }: { kind: string }) => kind === 'nop')).toHaveLength(2);
    const { data: after } = await hub.ask('{ me { taxBills { nop } } }', { citizen: 'ganda' });
    expect(new Set(after.me.taxBills.map(({ nop }: { nop: string }) => nop)).size).toBeLessThan(3);
    for (const nop of findPerson('ganda').nops) {
      const linked = await link('ganda', 'nop', nop, findPerson('ganda').name);
      expect(linked.errors).toEqual([]);
    }
    expect((await linksOf('ganda')).filter(({ kind }: { kind: string }) => kind === 'nop')).toHaveLength(3);
  });

  it('of another citizen’s link finds nothing', async () => {
    const [theirs] = await linksOf('demo');
    const answer = await hub.ask('mutation ($id: ID!) { unlinkAccount(id: $id) }', {
      citizen: 'ganda',
      variables: { id: theirs.id },
    });
    expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await linksOf('demo')).toContainEqual(theirs);
  });

  it('needs a citizen, and linking one who is surely he', async () => {
    const anonymous = await hub.ask('mutation { unlinkAccount(id: "x") }');
    expect(anonymous.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const token = await hub.demo.issuer.issueToken('demo', { acr: 'low' });
    const unsure = await hub.ask(LINK, { token, variables: { kind: 'nop', number: DEMO_NOP, fact: 'x' } });
    expect(unsure.errors[0]?.extensions.code).toBe('ASSURANCE_TOO_LOW');
  });
});

describe('wrong proofs', () => {
  it('are limited for a citizen and a kind, whatever number he tries, and then no system is asked', async () => {
    for (let index = 0; index < 5; index++) {
      const wrong = await link('demo', 'nouji', `JB000000${index + 2}`, 'CONTOH');
      expect(wrong.errors[0]?.extensions.code).toBe('PROOF_WRONG');
    }
    const { control } = hub.demo.city.systems.dishub;
    const before = control.calls.total;
    const sixth = await link('demo', 'nouji', 'JB0000001', 'CONTOH14589659892');
    expect(sixth.errors[0]?.extensions).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfter: expect.any(Number),
      pesan: expect.stringContaining('jam'),
    });
    expect(control.calls.total).toBe(before);
    expect((await link('demo', 'nib', '0000015710001', 'salah')).errors[0]?.extensions.code).toBe('PROOF_WRONG');
  });
});

it('leaves no NIK, number or name readable in the database or the log', async () => {
  const { name, nik } = findPerson('demo');
  const secrets = [
    nik,
    findPerson('kosong').nik,
    DEMO_NOP,
    SITI_NIP,
    DEMO_WATER,
    'JB0000001',
    name,
    name.toUpperCase(),
  ];
  const columns = await hub.database.pool.query(`select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name ~ '^(link|access)'`);
  expect(columns.rows.length).toBeGreaterThan(20);
  for (const { table_name, column_name } of columns.rows) {
    const { rows } = await hub.database.pool.query(`select "${column_name}"::text as text from "${table_name}"`);
    const all = rows.map(({ text }) => text).join('\n');
    for (const secret of secrets.flatMap((text) => [text, Buffer.from(text).toString('hex')]))
      expect(all, `${table_name}.${column_name}`).not.toContain(secret);
  }
  for (const secret of secrets) expect(hub.logged.join('\n')).not.toContain(secret);
});

describe('the store of links', () => {
  it('counts attempts for all hubs together, over a day', async () => {
    await using stack = new AsyncDisposableStack();
    const { database } = await openTestDatabase(stack);
    const keys = newKeyRing();
    const clock = { nowMs: Date.UTC(2026, 10, 24), now: () => clock.nowMs };
    const hubs = [1, 2].map(() => createLinkAttempts(database, keys, clock));
    const book = (index: number, nik: string, number: string) => hubs[index % 2]?.book(nik, 'nop', number);
    const booked = await Promise.all(Array.from({ length: 12 }, (_, index) => book(index, nikOf(1), `nop-${index}`)));
    expect(booked.filter((one) => one && 'id' in one)).toHaveLength(5);
    clock.nowMs += 3_600_000;
    expect(await book(0, nikOf(1), 'nop-x')).toEqual({ retryAfterSeconds: 23 * 3600 });
    // Another kind, or an attempt that is taken back, is not in the way.
    expect(await hubs[0]?.book(nikOf(1), 'nouji', 'nop-x')).toMatchObject({ id: expect.any(String) });
    const [first] = booked.flatMap((one) => (one && 'id' in one ? [one] : []));
    await hubs[1]?.release(first?.id ?? '');
    expect(await book(1, nikOf(1), 'nop-x')).toMatchObject({ id: expect.any(String) });
    clock.nowMs += 23 * 3_600_000;
    expect(await book(0, nikOf(1), 'nop-x')).toMatchObject({ id: expect.any(String) });
  });

  it('counts attempts at a number whoever tries and however he writes it', async () => {
    await using stack = new AsyncDisposableStack();
    const { database } = await openTestDatabase(stack);
    const attempts = createLinkAttempts(database, newKeyRing());
    const written = ['AB-1', 'ab1', 'AB.1', 'AB/1'];
    const tries = Array.from({ length: 14 }, (_, index) =>
      attempts.book(nikOf(index), 'nib', written[index % written.length] ?? ''),
    );
    expect((await Promise.all(tries)).filter((one) => 'id' in one)).toHaveLength(10);
    expect(await attempts.book(nikOf(20), 'nib', 'AB-2')).toMatchObject({ id: expect.any(String) });
  });

  it('gives a number of one holder to the first of two who prove it at once', async () => {
    await using stack = new AsyncDisposableStack();
    const { database } = await openTestDatabase(stack);
    const keys = newKeyRing();
    const hubs = [1, 2].map(() => openStore(stack, database, keys));
    const results = await Promise.all(
      hubs.map((store, index) => store.linkOne(nikOf(index), 'nip', 'n-1', 'proof', SINGLE)),
    );
    expect(results.filter((one) => one === 'taken')).toHaveLength(1);
    expect(await hubs[0]?.isHeldByOther(nikOf(9), 'nip', 'n-1')).toBe(true);
  });

  it('tells the other hubs of a link that ends', async () => {
    await using stack = new AsyncDisposableStack();
    const { database } = await openTestDatabase(stack);
    const keys = newKeyRing();
    const [one, other] = [openStore(stack, database, keys), openStore(stack, database, keys)];
    const linked = await one.linkOne(nikOf(1), 'nop', 'n-1', 'proof', SHARED);
    await expect.poll(() => other.listLinksOf([nikOf(1)], 'nop')).toEqual([['n-1']]);
    await one.unlink(nikOf(1), linked === 'taken' ? '' : linked.id, 'proof');
    expect(await one.listLinksOf([nikOf(1)], 'nop')).toEqual([[]]);
    await expect.poll(() => other.listLinksOf([nikOf(1)], 'nop')).toEqual([[]]);
  });

  it('remembers what was unlinked when keys rotate, also after the old one has gone', async () => {
    await using stack = new AsyncDisposableStack();
    const { database } = await openTestDatabase(stack);
    const old = newKeyRing();
    const before = openStore(stack, database, old);
    const rows = [1, 2, 3].map((index) => ({ nik: nikOf(index), kind: 'nop', value: `n-${index}` }));
    await before.addLinks(rows);
    const [first] = await before.listAll(nikOf(1));
    await before.unlink(nikOf(1), first?.id ?? '', 'proof');
    const rotated = { ...old, index: [newSecretKey('i2'), ...old.index] };
    const after = openStore(stack, database, rotated);
    expect(await after.addLinks(rows)).toEqual({ added: 0, unchanged: 3 });
    const second = (await after.listAll(nikOf(2))).at(0);
    expect(second).toMatchObject({ value: 'n-2', how: 'import' });
    await after.unlink(nikOf(2), second?.id ?? '', 'proof');
    const later = openStore(stack, database, { ...rotated, index: rotated.index.slice(0, 1) });
    expect(await later.addLinks(rows)).toEqual({ added: 0, unchanged: 3 });
    expect(await later.listLinksOf([1, 2, 3].map(nikOf), 'nop')).toEqual([[], [], ['n-3']]);
    await later.linkOne(nikOf(1), 'nop', 'n-1', 'proof', SHARED);
    expect(await later.addLinks(rows)).toEqual({ added: 0, unchanged: 3 });
    expect(await later.listLinksOf([nikOf(1)], 'nop')).toEqual([['n-1']]);
    const { rows: history } = await database.pool.query(
      'select event, how, index_key_id from link_history order by id',
    );
    expect(history.map(({ event, how }) => `${event} ${how}`)).toEqual([
      ...rows.map(() => 'linked import'),
      'unlinked proof',
      'unlinked proof',
      'linked proof',
    ]);
    expect(new Set(history.map(({ index_key_id }) => index_key_id))).toEqual(new Set(['i2']));
  });
});

function openStore(stack: AsyncDisposableStack, ...[database, keys]: Parameters<typeof createLinkStore>): LinkStore {
  const store = createLinkStore(database, keys);
  stack.defer(() => store.close());
  return store;
}
