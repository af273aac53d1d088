import { CallFailure } from '../../../outbound/index.ts';
import { parseXml, type XmlListener } from './parse-xml.ts';

/** Puts a text together that may be split into runs of different looks; how it is read aloud (`rPh`) is not part of it. */
export interface TextCollector {
  open(name: string): void;
  close(name: string): void;
  text(text: string): void;
  /** The text so far, and begins anew. */
  take(): string;
}

export function createTextCollector(): TextCollector {
  let collected = '';
  let isInText = false;
  let isInPhonetics = false;
  return {
    open: (name) => {
      if (name === 't') isInText = true;
      else if (name === 'rPh') isInPhonetics = true;
    },
    close: (name) => {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isInPhonetics = false;
    },
    text: (text) => {
      if (isInText && !isInPhonetics) collected += text;
    },
    take: () => {
      const whole = unescapeText(collected);
      collected = '';
      return whole;
    },
  };
}

/** Reads the texts that cells refer to by number. @throws CallFailure badAnswer when there are more than `maxTexts`. */
export async function readSharedTexts(pieces: AsyncIterable<Uint8Array>, maxTexts: number): Promise<readonly string[]> {
  const texts: string[] = [];
  const collector = createTextCollector();
  const listener: XmlListener = {
    open: (name) => collector.open(name),
    text: (text) => collector.text(text),
    close: (name) => {
      collector.close(name);
      if (name !== 'si') return;
      // Empty ones take no room in the archive, and 8 bytes each in here.
      if (texts.length >= maxTexts) throw new CallFailure('badAnswer', 'its XLSX has more texts than the hub reads');
      texts.push(collector.take());
    },
  };
  await parseXml(pieces, listener);
  return texts;
}

/** Excel writes characters that XML does not allow as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
