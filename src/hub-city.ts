import type { Clock } from './base/clock.ts';
import { type CityDesk, createCityDesk, createCopiedFigures } from './city/index.ts';
import type { CompiledStream } from './connector/index.ts';
import type { CopyStore } from './open-hub-stores.ts';
import type { ServiceRules } from './ports/service-rules.ts';
import type { StatusReader } from './ports/system-status.ts';

/** What the city's status is put together from. */
export interface HubCityParts {
  readonly copies: CopyStore;
  readonly streams: readonly CompiledStream[];
  readonly services: ServiceRules | undefined;
  readonly status: StatusReader;
  readonly clock: Clock;
}

/** Brings together everything that the city's status is told from. */
export function createHubCityDesk({ copies, streams, services, status, clock }: HubCityParts): CityDesk {
  const sources = copies.listFigureSources(streams);
  const counted = { figures: copies.figures, sources, version: services?.version ?? '', isDefault: true };
  const providers = (['application', 'complaint', 'survey'] as const).map((kind) => createCopiedFigures(kind, counted));
  return createCityDesk({ providers, status, clock });
}
