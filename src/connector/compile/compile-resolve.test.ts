import { afterEach, describe, expect, it } from 'vitest';
import { HubError } from '../../base/hub-error.ts';
import { OWNER, type Owned } from '../../base/owner.ts';
import type { Handle } from '../../outbound/testing/loopback.ts';
import type { LinkReader } from '../../ports/link-reader.ts';
import { RequestSession } from '../index.ts';
import { BUDI, citizen, failureOf, type OpenConnector, openConnector, SITI } from '../testing/open-connector.ts';

const sdl = `
type Query { permit(id: ID!, year: Int): Permit swapped(id: ID!, year: Int): Permit }
type Citizen @key(fields: "nik") { nik: NIK! name: String birth: Date permits(year: Int): [Permit!] newest: Permit bills: [Bill!] identity: Source }
type Permit @tag(name: "personal") { id: ID! year: Int steps: [Step!] source: Source }
type Step @tag(name: "personal") { note: String }
type Bill @tag(name: "personal") { nop: String! at: String year: String }
`;
const yaml = `
system: izin
describe: Contoh
sources:
  api: { rest: "\${URL}", limits: { concurrency: 4 } }
records:
  Citizen: { owner: NIK | nik, name: nama, birth: lahir | date yyyy-mm-dd }
  Permit: { owner: nik | nik, id: no, year: tahun }
  Step: { owner: parent, note: catatan }
  Bill: { owner: parent, nop: $.nop, at: $.at, year: $.year }
operations:
  person: { source: api, post: /orang, body: { nik: ":nik" }, rows: data, record: Citizen }
  permitsOf: { source: api, post: /izin, body: { nik: ":nik", tahun: ":year" }, rows: "data[]", record: Permit }
  newestOf: { source: api, post: /terbaru, body: { nik: ":nik" }, rows: "data[]", record: Permit }
  permitBy: { source: api, post: /satu, body: { id: ":id", tahun: ":year" }, rows: data, record: Permit }
  stepsOf: { source: api, post: /riwayat, body: { no: ":permit", tahun: ":year" }, rows: "data[]", record: Step }
  billsOf: { source: api, post: /tagihan, body: { nop: ":nop", at: ":at", year: ":year" }, rows: "data[]", record: Bill }
resolve:
  Citizen: { from: person, nik: nik }
  Citizen.permits: { from: permitsOf, nik: nik, year: args.year }
  Citizen.newest: { from: newestOf, nik: nik }
  Citizen.bills: { from: billsOf, nop: links.nop, at: now, year: today.year }
  Query.permit: { from: permitBy, id: args.id, year: args.year }
  Query.swapped: { from: permitBy, year: args.year, id: args.id }
  Permit.steps: { from: stepsOf, permit: id, year: year }
`;

/** Echoes what was asked, in the name of the NIK that was asked for. */
const echo: Handle = (request, response) => {
  const body = JSON.parse(request.body) as Record<string, unknown>;
  const one = {
    ...body,
    no: `${body.id ?? body.no ?? body.nik ?? ''}`,
    nik: body.nik ?? SITI,
    catatan: body.no,
    NIK: body.nik,
  };
  const isList = ['/izin', '/terbaru', '/riwayat', '/tagihan'].includes(request.path);
  const person = { nama: `Nama ${body.nik}`, lahir: '1990-07-10' };
  response.end(JSON.stringify({ ...body, data: isList ? [one, { ...one, no: 'kedua' }] : { ...one, ...person } }));
};

const opened: OpenConnector[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(handle: Handle = echo, links?: LinkReader): Promise<OpenConnector> {
  const one = await openConnector({ sdl, yaml, handle, ...(links && { links }) });
  opened.push(one);
  return one;
}

const bodies = ({ system }: OpenConnector) => system.requests.map((request) => JSON.parse(request.body) as unknown);

/** Links of each citizen, counting how they are looked up. */
function linksOf(numbers: Readonly<Record<string, readonly string[]>>) {
  const asked: (readonly string[])[] = [];
  const reader: LinkReader = {
    listLinksOf: async (niks, kind) => {
      asked.push([kind, ...niks]);
      return niks.map((nik) => numbers[nik] ?? []);
    },
  };
  return { reader, asked };
}

describe('a whole type', () => {
  it('that came whole from another operation is not asked for again', async () => {
    const { ask, system } = await open();
    const whole = { nik: SITI, name: 'Nama lain', birth: null };
    expect([await ask('Citizen.name', whole), await ask('Citizen.birth', whole)]).toEqual(['Nama lain', null]);
    expect(system.requests).toEqual([]);
  });

  it('is answered field by field out of one call', async () => {
    const one = await open();
    const session = new RequestSession();
    const fields = ['name', 'birth', 'identity'].map((name) => one.ask(`Citizen.${name}`, citizen(SITI), {}, session));
    expect(await Promise.all(fields)).toMatchObject([`Nama ${SITI}`, '1990-07-10', { system: 'izin' }]);
    expect(one.system.requests).toHaveLength(1);
  });

  it('that the system does not know is null in every field', async () => {
    const one = await open((_request, response) => void response.end('{"data":null}'));
    expect(await one.ask('Citizen.name', citizen(SITI))).toBeNull();
    expect(await one.ask('Citizen.identity', citizen(SITI))).toBeNull();
  });

  it('gives the error of the one value that does not convert to its field alone', async () => {
    const one = await open(({ body }, response) => {
      const NIK = (JSON.parse(body) as { nik: string }).nik;
      response.end(JSON.stringify({ data: { NIK, nama: 'Siti', lahir: '1990-02-30' } }));
    });
    expect(await one.ask('Citizen.birth', citizen(SITI))).toBeInstanceOf(HubError);
    expect(await one.ask('Citizen.name', citizen(SITI))).toBe('Siti');
  });
});

describe('a field', () => {
  it('of one record is the first row, or null', async () => {
    const one = await open();
    expect(await one.ask('Citizen.newest', citizen(SITI))).toMatchObject({ id: SITI });
    one.system.behave((_request, response) => void response.end('{"data":[]}'));
    expect(await one.ask('Citizen.newest', citizen(SITI))).toBeNull();
  });

  it('sends arguments of the graph as they are, and null for those that were not given', async () => {
    const one = await open();
    await one.ask('Citizen.permits', citizen(SITI), { year: 2026 });
    await one.ask('Citizen.permits', citizen(SITI));
    expect(bodies(one)).toEqual([
      { nik: SITI, tahun: 2026 },
      { nik: SITI, tahun: null },
    ]);
  });

  it('refuses the record of another citizen than the one who was asked for', async () => {
    const one = await open(
      (_request, response) => void response.end(JSON.stringify({ data: [{ nik: BUDI, no: 'A' }] })),
    );
    expect(await failureOf(one.ask('Citizen.permits', citizen(SITI)))).toMatchObject({ code: 'OPD_BAD_ANSWER' });
  });

  it('at the root takes the owner that the row says', async () => {
    const one = await open();
    const permit = (await one.ask('Query.permit', {}, { id: 'A-1', year: 1 })) as Owned;
    expect(permit[OWNER]).toBe(SITI);
  });

  it('below a record belongs to the owner of that record', async () => {
    const one = await open();
    const [permit] = (await one.ask('Citizen.permits', citizen(BUDI), { year: 2026 })) as object[];
    const [step] = (await one.ask('Permit.steps', permit ?? {})) as Owned[];
    expect(step?.[OWNER]).toBe(BUDI);
    expect(bodies(one).at(-1)).toEqual({ no: BUDI, tahun: 2026 });
  });
});

describe('a value of the parent', () => {
  it('that did not convert is that error, and nothing is asked', async () => {
    const one = await open();
    const broken = new HubError('OPD_BAD_ANSWER', 'what fills Permit.year is no number');
    expect(await failureOf(one.ask('Permit.steps', { id: 'A-1', year: broken, [OWNER]: SITI }))).toBe(broken);
    expect(one.system.requests).toHaveLength(0);
  });

  it('that is null asks nothing: what a system answers to it is nobody’s', async () => {
    const one = await open();
    expect(await one.ask('Permit.steps', { id: null, year: 2026, [OWNER]: SITI })).toEqual([]);
    expect(one.system.requests).toHaveLength(0);
  });

  it('that the parent does not carry at all is a mistake of the connector file, not an empty answer', async () => {
    const one = await open();
    expect(await failureOf(one.ask('Permit.steps', { id: 'A-1', [OWNER]: SITI }))).toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'Permit.steps asks by year, which its parent does not carry.',
    });
    expect(one.system.requests).toHaveLength(0);
  });
});

describe('links', () => {
  it('are asked one call each, with the time in Jakarta, and answered in their order', async () => {
    const { reader } = linksOf({ [SITI]: ['157199010000200030', '157199010000200031'] });
    const one = await open(echo, reader);
    const bills = await one.ask('Citizen.bills', citizen(SITI));
    expect(bills).toMatchObject(
      ['157199010000200030', '157199010000200030', '157199010000200031', '157199010000200031'].map((nop) => ({ nop })),
    );
    expect(one.system.requests).toHaveLength(2);
    expect(bodies(one)).toContainEqual({ nop: '157199010000200030', at: '2026-11-24 08:15:00', year: '2026' });
    for (const bill of bills as Owned[]) expect(bill[OWNER]).toBe(SITI);
  });

  it('of many citizens of a request are looked up once', async () => {
    const { reader, asked } = linksOf({ [SITI]: ['1'], [BUDI]: ['2', '3'] });
    const one = await open(echo, reader);
    const session = new RequestSession();
    await Promise.all([SITI, BUDI, SITI].map((nik) => one.ask('Citizen.bills', citizen(nik), {}, session)));
    expect(asked).toEqual([['nop', SITI, BUDI]]);
    expect(one.system.requests).toHaveLength(3);
  });

  it('that a citizen does not have ask nothing', async () => {
    const one = await open(echo, linksOf({}).reader);
    expect(await one.ask('Citizen.bills', citizen(SITI))).toEqual([]);
    expect(one.system.requests).toHaveLength(0);
  });

  it('shared by two citizens give each his own records, never the other’s', async () => {
    const { reader } = linksOf({ [SITI]: ['9'], [BUDI]: ['9'] });
    const one = await open(echo, reader);
    const session = new RequestSession();
    const ask = (nik: string) => one.ask('Citizen.bills', citizen(nik), {}, session) as Promise<Owned[]>;
    const [siti, budi] = await Promise.all([ask(SITI), ask(BUDI)]);
    expect([siti[0]?.[OWNER], budi[0]?.[OWNER]]).toEqual([SITI, BUDI]);
    expect(siti[0]).not.toBe(budi[0]);
  });

  it('whose look-up fails fail the field with that error', async () => {
    const broken = new HubError('INTERNAL', 'the database is away');
    const one = await open(echo, { listLinksOf: () => Promise.reject(broken) });
    expect(await failureOf(one.ask('Citizen.bills', citizen(SITI)))).toBe(broken);
  });
});

describe('one request', () => {
  it('makes identical reads once', async () => {
    const one = await open();
    const session = new RequestSession();
    const ask = (year: number) => one.ask('Citizen.permits', citizen(SITI), { year }, session);
    const [first, second] = await Promise.all([ask(2026), ask(2026), ask(2025)]);
    expect(second).toBe(first);
    await ask(2026);
    expect(one.system.requests).toHaveLength(2);
  });

  it('makes identical reads of two fields once, whatever the order in which the file names their parameters', async () => {
    const one = await open();
    const session = new RequestSession();
    const args = { id: 'A-1', year: 2026 };
    await Promise.all([one.ask('Query.permit', {}, args, session), one.ask('Query.swapped', {}, args, session)]);
    expect(one.system.requests).toHaveLength(1);
  });

  it.each([
    [
      { id: 'A\nB', year: 'C' },
      { id: 'A', year: 'B\nC' },
    ],
    [
      { id: '7', year: 1 },
      { id: 7, year: 1 },
    ],
    [{ id: '', year: 1 }, { year: 1 }],
    [
      { id: 'null', year: 1 },
      { id: null, year: 1 },
    ],
    [
      { id: '1', year: '2' },
      { id: '2', year: '1' },
    ],
  ])('never takes %j for %j', async (left, right) => {
    const one = await open();
    for (const field of ['Query.permit', 'Query.swapped']) {
      const session = new RequestSession();
      await Promise.all([one.ask('Query.permit', {}, left, session), one.ask(field, {}, right, session)]);
    }
    expect(one.system.requests).toHaveLength(4);
  });

  it('never gives one citizen what another asked for', async () => {
    const one = await open();
    const session = new RequestSession();
    const ask = (nik: string) => one.ask('Citizen.permits', citizen(nik), { year: 2026 }, session) as Promise<Owned[]>;
    const [siti, budi] = await Promise.all([ask(SITI), ask(BUDI)]);
    expect([siti[0]?.[OWNER], budi[0]?.[OWNER]]).toEqual([SITI, BUDI]);
  });

  it('remembers nothing for the next request', async () => {
    const one = await open();
    await one.ask('Citizen.permits', citizen(SITI));
    await one.ask('Citizen.permits', citizen(SITI));
    expect(one.system.requests).toHaveLength(2);
  });
});

describe('a system', () => {
  it('is never asked more at once than its file allows', async () => {
    let running = 0;
    let most = 0;
    const one = await open((request, response, socket) => {
      most = Math.max(most, ++running);
      setImmediate(() => {
        running--;
        echo(request, response, socket);
      });
    });
    const niks = Array.from({ length: 20 }, (_, index) => `15719910079000${String(index).padStart(2, '0')}`);
    await Promise.all(niks.map((nik) => one.ask('Citizen.permits', citizen(nik))));
    expect(one.system.requests).toHaveLength(20);
    expect(most).toBeLessThanOrEqual(4);
  });
});
