import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCIES, isKept } from '../../demo/esakip/agencies.ts';
import { writeEvaluation } from '../../demo/esakip/evaluations.ts';
import { readOperation } from '../support/read-operation.ts';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { syncStreams } from '../support/sync-city.ts';

const SEED = 1571;
const SAKIP = readOperation('sakip');
const DOCUMENTS = readOperation('sakip-documents');
const KINDS = ['RENSTRA', 'IKU', 'PERJANJIAN_KINERJA', 'RENCANA_AKSI', 'LKJIP'];
/** Those that e-SAKIP knows today, by the hub's codes; the city itself is none. */
const KNOWN = AGENCIES.filter((agency) => agency.key !== 'kota' && isKept(agency, 2025));

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ jobs: true, timeoutMs: 2000 });
  await syncStreams(hub, 'bag-organisasi/esakip/SakipResult');
});
afterAll(() => hub.stop());

interface DocumentSet {
  readonly kind: string;
  readonly isMissing: boolean | null;
}

async function askAll(year: number) {
  const { data, errors } = await hub.ask(SAKIP, { variables: { year } });
  const opds: readonly { readonly code: string; readonly sakip: { readonly documents: DocumentSet[] } }[] = data.opds;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where that is not there
  const of = (code: string): any => opds.find((one) => one.code === code)?.sakip;
  return { opds, of, errors };
}

describe('whoever wants to know what the city has promised asks once', () => {
  it('and has of every agency the five kinds of documents, each there or said to be missing', async () => {
    const { opds, of, errors } = await askAll(2025);
    expect(errors).toEqual([]);
    expect(opds.length).toBeGreaterThan(KNOWN.length);
    for (const { key } of KNOWN)
      expect(of(key).documents, key).toEqual(KINDS.map((kind) => ({ kind, isMissing: false })));
    // e-SAKIP does not know the hospital.
    expect(of('rsud')).toMatchObject({
      evaluation: null,
      documents: KINDS.map((kind) => ({ kind, isMissing: true })),
    });
  });

  it('and opens the documents of each', async () => {
    for (const { key } of KNOWN) {
      const { data, errors } = await hub.ask(DOCUMENTS, { variables: { opd: key, year: 2025 } });
      expect(errors).toEqual([]);
      for (const { kind, documents } of data.opd.sakip.documents) {
        expect(documents.length, `${key} ${kind}`).toBeGreaterThan(0);
        for (const { file, publishedOn } of documents) {
          expect(file).toMatch(/^https:\/\/esakip\./);
          expect(publishedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
        }
      }
    }
  });

  it('and sees who published nothing in a year', async () => {
    const { of } = await askAll(2024);
    expect(of('dinsos').documents).toEqual(KINDS.map((kind) => ({ kind, isMissing: true })));
    expect(of('dlh').documents[0].isMissing).toBe(false);
  });

  it('and finds each evaluation as reported beside the one that the hub recomputes', async () => {
    const { of } = await askAll(2025);
    for (const agency of KNOWN) {
      const reported = writeEvaluation(agency, 2025, SEED);
      const total = Number(reported?.total.replace(',', '.'));
      const predicate = reported?.predikat;
      expect(of(agency.key).evaluation, agency.name).toEqual({
        ...{ total, predicate },
        recomputed: { total, predicate, difference: 0, missing: [] },
      });
    }
  });

  it('and where the worksheet was changed after the signing, both figures stay', async () => {
    const { data } = await hub.ask(`{ opd(code: "disnaker") { sakip(year: 2025) { evaluation {
      total recomputedFromCriteria { total difference formula weights { source isDefault } } } } } }`);
    const { total, recomputedFromCriteria: again } = data.opd.sakip.evaluation;
    expect(again.total).not.toBe(total);
    expect(again.difference).toBeCloseTo(again.total - total, 2);
    expect(again.weights.isDefault).toBe(true);
  });
});

// Last, because the hub then leaves e-SAKIP alone for a while.
describe('on a day on which e-SAKIP is down', () => {
  it('documents are not called missing, and whose fault it is stands beside', async () => {
    hub.demo.city.systems.esakip.control.set({ down: true });
    const { of, errors } = await askAll(2023);
    expect(of('dlh').documents).toEqual(KINDS.map((kind) => ({ kind, isMissing: null })));
    expect(errors.length).toBeGreaterThan(0);
    for (const { extensions } of errors)
      expect(extensions).toMatchObject({
        code: 'OPD_UNAVAILABLE',
        opd: 'bag-organisasi',
        pesan: expect.stringMatching(/Bagian Organisasi/),
      });
  });

  it('the mayor still has every score, and how old it is', async () => {
    const { data, errors } = await hub.ask(
      `{ city { opds { opd { code } sakip { score predicate }
         basis(of: SAKIP_SCORE) { systems asOf version isComplete } } } }`,
      { citizen: 'walikota' },
    );
    expect(errors).toEqual([]);
    for (const agency of KNOWN) {
      const reported = writeEvaluation(agency, 2025, SEED);
      expect(
        data.city.opds.find(({ opd }: { opd: { code: string } }) => opd.code === agency.key),
        agency.name,
      ).toMatchObject({
        sakip: { score: Number(reported?.total.replace(',', '.')), predicate: reported?.predikat },
        basis: {
          systems: ['bag-organisasi/esakip'],
          asOf: expect.stringMatching(/^20\d\d-\d\d-\d\dT.*\+07:00$/),
          version: 'LHE 2025',
          isComplete: true,
        },
      });
    }
  });
});
