import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAtDesk, codesOf } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ remote: ['dishub'] });
});
afterAll(() => hub.stop());

const QUERY = `query ($opd: String!) { opd(code: $opd) { connectors {
  system describe file text protocols streams
  limits { source protocol timeoutMs concurrency perMinute perDay reserve }
  operations { name isWrite parameters record }
} } }`;
const ask = (who: string, opd: string) => askAtDesk(hub, who, QUERY, { variables: { opd } });

describe('the connector files of an OPD', () => {
  it.each(['petugas-diskominfo', 'operator', 'walikota'])(
    'are shown to %s as they lie in the repository',
    async (who) => {
      const { data, errors } = await ask(who, 'diskominfo');
      expect(errors).toEqual([]);
      const [{ file, text, operations, ...shown }] = data.opd.connectors;
      expect(file).toBe('connectors/diskominfo/sikesal.yaml');
      expect(text).toBe(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
      expect(shown).toMatchObject({ system: 'sikesal', describe: expect.stringMatching(/\S/), protocols: ['rest'] });
      expect(shown.limits).toEqual([expect.objectContaining({ protocol: 'rest', timeoutMs: expect.any(Number) })]);
      expect(shown.streams).toContain('diskominfo/sikesal/Complaint');
      const kinds = new Map(operations.map((one: { name: string }) => [one.name, one]));
      expect([...kinds.values()]).toContainEqual(expect.objectContaining({ isWrite: true, record: null }));
      expect([...kinds.values()]).toContainEqual(
        expect.objectContaining({ isWrite: false, record: 'Complaint', parameters: expect.arrayContaining(['nik']) }),
      );
    },
  );

  it('name secrets and addresses, and hold none', async () => {
    const settings = Object.entries(hub.demo.hubEnvironment).filter(([name]) => !name.startsWith('HUB_'));
    const { data } = await askAtDesk(hub, 'operator', '{ opds { code connectors { file text } } }');
    const texts = JSON.stringify(data);
    const long = settings.filter(([, value]) => value.length > 5);
    expect(long.filter(([, value]) => texts.includes(value)).map(([name]) => name)).toEqual([]);
    expect(texts).toContain('${');
  });

  it.each(['petugas-rsud', 'auditor', 'bendahara-bpprd'])('are not shown to %s', async (who) => {
    const answer = await ask(who, 'diskominfo');
    expect([answer.data.opd.connectors, codesOf(answer)]).toEqual([null, [['opd.connectors', 'FORBIDDEN']]]);
  });

  it('are null where the OPD’s own server speaks to its systems', async () => {
    const { data, errors } = await ask('petugas-dishub', 'dishub');
    expect([data.opd.connectors, errors]).toEqual([null, []]);
  });
});
