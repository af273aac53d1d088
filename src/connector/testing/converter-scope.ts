import type { OpdCodes } from '../../ports/opd-codes.ts';
import type { ConverterScope } from '../converters/index.ts';

/** A registry that knows two OPDs in one system, one of them by different codes in different years. */
export const someOpds: OpdCodes = {
  systems: ['sikesal'],
  findCode: (_system, opd, year) => (opd === 'dpmptsp' ? (year < 2025 ? '8' : '9') : undefined),
  findOpd: (_system, code, year) => (code === (year < 2025 ? '8' : '9') ? 'dpmptsp' : undefined),
};

/** What a converter may look up, with nothing in it but what is given; the day is 24 November 2026. */
export function converterScope(given: Partial<ConverterScope> = {}): ConverterScope {
  return {
    findCodeTable: () => undefined,
    findRule: () => undefined,
    opds: someOpds,
    clock: { now: () => Date.UTC(2026, 10, 24) },
    ...given,
  };
}
