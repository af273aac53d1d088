import { ConversionError, type Converter, textOf } from './converter.ts';

const DURATION = /^(\d{1,4}):([0-5]\d)$/;

/** Minutes of a duration that is written as hours and minutes: `02:30` is 150. */
export const minutes: Converter = {
  name: 'minutes',
  usage: 'minutes (02:30 is 150)',
  gives: ['Int'],
  maxArguments: 0,
  create: () => (value) => {
    const [, hours, rest] = DURATION.exec(textOf(value)) ?? [];
    if (hours === undefined) throw new ConversionError('is not a duration of hours and minutes, hh:mm');
    return Number(hours) * 60 + Number(rest);
  },
};
