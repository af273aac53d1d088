import type { GraphQLObjectType } from 'graphql';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { FieldScope } from '../compile/compile-field.ts';

export type ReadDay = (record: Readonly<Record<string, unknown>>) => string | undefined;

/** A field that holds a day, the first of a month for a month, or for an instant the day that it is in Jakarta. */
export function compileDay(
  report: FieldScope['report'],
  type: GraphQLObjectType,
  at: readonly string[],
  read: ((record: Readonly<Record<string, unknown>>) => unknown) | undefined,
  name: string,
): ReadDay | undefined {
  if (!read) return undefined;
  const scalar = String(type.getFields()[name]?.type).replace('!', '');
  switch (scalar) {
    case 'Date':
      return (record) => textOf(read(record));
    case 'Month':
      return (record) => {
        const month = textOf(read(record));
        return month === undefined ? undefined : `${month}-01`;
      };
    case 'DateTime':
      return (record) => {
        const instant = textOf(read(record));
        return instant === undefined ? undefined : formatJakartaDay(Date.parse(instant));
      };
    default:
      report.add(at, `${type.name}.${name} is no Date and no DateTime`);
      return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
