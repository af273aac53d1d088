import { findAttribute, parseXml } from './parse-xml.ts';

// Formats that every Excel knows by number: 14 to 17 and 22 are days; 27 to 36 and 50 to 58 are days in East Asia.
const BUILT_IN_DAYS: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];

/** Reads which cell styles show a number as a day: their numbers. */
export async function readDayStyles(pieces: AsyncIterable<Uint8Array>): Promise<ReadonlySet<string>> {
  const customFormats = new Map<number, string>();
  const days = new Set<string>();
  let isInCellStyles = false;
  let count = 0;
  await parseXml(pieces, {
    open: (name, getAttributes, decode) => {
      if (name === 'cellXfs') isInCellStyles = true;
      if (name === 'numFmt') {
        const format = findAttribute(getAttributes(), 'formatCode', decode) ?? '';
        customFormats.set(Number(getAttributes().numFmtId), format);
      }
      if (name !== 'xf' || !isInCellStyles) return;
      const id = Number(getAttributes().numFmtId ?? 0);
      const custom = customFormats.get(id);
      const isBuiltIn = BUILT_IN_DAYS.some(([first, last]) => id >= first && id <= last);
      if (custom === undefined ? isBuiltIn : isDayFormat(custom)) days.add(String(count));
      count++;
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellStyles = false;
    },
  });
  return days;
}

/** Whether a format such as `[$-421]dd mmmm yyyy;@` shows a day: it has a day or a year outside quotes and brackets. */
export function isDayFormat(format: string): boolean {
  const [first = ''] = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  return /[dy]/i.test(first) && !/general/i.test(first);
}
