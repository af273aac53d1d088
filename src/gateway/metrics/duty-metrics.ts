import { Gauge, type Registry } from 'prom-client';

/** What an office still owes to citizens; numbers alone. */
export interface OpenDuties {
  countOpen(): Promise<readonly { readonly opd: string; readonly open: number; readonly late: number }[]>;
}

/** Adds what citizens have asked about their data and nobody has answered, to a registry; read when it is asked for. */
export function registerDutyMetrics(registry: Registry, duties: OpenDuties): void {
  new Gauge({
    name: 'hub_data_requests',
    help: 'Requests of citizens about their data without an answer, by OPD: open, and of those late (3 x 24 hours).',
    labelNames: ['opd', 'state'] as const,
    registers: [registry],
    async collect() {
      // A database that is away must not hide every other figure.
      const counted = await duties.countOpen().catch(() => []);
      this.reset();
      for (const { opd, open, late } of counted) {
        this.set({ opd, state: 'open' }, open);
        this.set({ opd, state: 'late' }, late);
      }
    },
  });
}
