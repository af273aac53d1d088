import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ timeoutMs: 2000 });
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => hub.stop());

const PERMITS = '{ me { permits { id } } }';

describe('a legacy system behind the hub', () => {
  it('gets one call for two hundred identical questions asked at once', async () => {
    const { control } = hub.demo.city.systems.dpmptsp;
    await hub.ask(PERMITS, { citizen: 'siti' });
    control.reset();
    control.set({ slowMs: 1000 });
    const answers = await Promise.all(Array.from({ length: 200 }, () => hub.ask(PERMITS, { citizen: 'demo' })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(control.calls.cari).toBe(1);
  });

  it('is left alone once it has failed ten times in a row, and asked again later', async () => {
    const { control } = hub.demo.city.systems.bpprd;
    control.set({ status500: true });
    for (let time = 0; time < 8; time++) await hub.ask('{ me { taxBills { nop } } }', { citizen: 'demo' });
    const made = control.calls.total;
    const answer = await hub.ask('{ me { taxBills { nop } } }', { citizen: 'demo' });
    expect(control.calls.total).toBe(made);
    expect(made).toBeLessThanOrEqual(10);
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'OPD_UNAVAILABLE',
      opd: 'bpprd',
      retryAfter: expect.any(Number),
    });
  });

  it('that hangs is never asked by more callers at once than it bears', async () => {
    const { control } = hub.demo.city.systems.sikesal;
    control.set({ hang: true });
    const citizens = ['demo', 'siti', 'lunas', 'kosong', 'ganda', 'aneh'];
    await Promise.all(
      citizens.flatMap((citizen) => [
        hub.ask('{ me { complaints { id } } }', { citizen }),
        hub.ask('{ me { nik } }', { citizen }),
      ]),
    );
    expect(control.calls.total).toBeLessThanOrEqual(citizens.length * 2);
  });
});
