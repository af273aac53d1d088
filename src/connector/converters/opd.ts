import { formatJakartaDay } from '../../base/jakarta-time.ts';
import { ConversionError, type Converter, textOf } from './converter.ts';

/**
 * The hub's code of the OPD that a system means by its own number or name, by the city's registry of this year:
 * `opd sikesal`. Null when the registry knows no such OPD.
 */
export const opd: Converter = {
  name: 'opd',
  usage: 'opd <system>',
  gives: ['String', 'ID'],
  maxArguments: 1,
  create: ([system = ''], { opds, clock }) => {
    if (!opds.systems.includes(system))
      throw new ConversionError(`names "${system}", of which the registry of OPDs has no codes`);
    return (value) => opds.findOpd(system, textOf(value), yearOf(clock.now())) ?? null;
  },
};

function yearOf(epochMs: number): number {
  return Number(formatJakartaDay(epochMs).slice(0, 4));
}
