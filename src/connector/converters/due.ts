import { ConversionError, type Converter, textOf } from './converter.ts';

/** The day that a dated rule of the connector gives for a year: `due pbb`. Null when no rule covers the year. */
export const due: Converter = {
  name: 'due',
  usage: 'due <rule>',
  gives: ['Date'],
  maxArguments: 1,
  create: ([name = ''], scope) => {
    const rule = scope.findRule(name);
    if (!rule) throw new ConversionError(`names the rule "${name}", which this file does not have under rules`);
    return (value) => {
      const text = textOf(value);
      if (!/^\d{4}$/.test(text)) throw new ConversionError('is not a year');
      return rule.dayFor(Number(text)) ?? null;
    };
  },
};
