import { posix } from 'node:path';
import { CallFailure } from '../../../outbound/index.ts';
import { findAttribute, parseXml } from './parse-xml.ts';
import { unescapeText } from './read-texts.ts';

/** Unpacks a part of the archive. */
type ReadPart = (path: string) => AsyncIterable<Uint8Array>;

/** Where the parts of a workbook stand in its archive. */
export interface Workbook {
  readonly is1904: boolean;
  readonly sheetPath: string;
  readonly textsPath: string | undefined;
  readonly stylesPath: string | undefined;
}

interface Relation {
  /** The end of its type's address: `worksheet`, `styles`. */
  readonly kind: string;
  readonly path: string;
}

/** Reads where a sheet stands, by default the first that can be seen. @throws CallFailure badAnswer when there is none of that name. */
export async function readWorkbook(readPart: ReadPart, sheetName: string | undefined): Promise<Workbook> {
  const top = [...(await readRelations(readPart, '')).values()];
  const path = top.find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const relations = await readRelations(readPart, path);
  const { is1904, sheets } = await readSheets(readPart, path);
  const worksheets = sheets.flatMap(({ name, relation, isHidden }) => {
    const target = relations.get(relation);
    return target?.kind === 'worksheet' ? [{ name, path: target.path, isHidden }] : [];
  });
  const sheet = worksheets.find(({ name, isHidden }) => (sheetName === undefined ? !isHidden : name === sheetName));
  if (!sheet) {
    const which = sheetName === undefined ? 'no sheet' : `no sheet "${sheetName}"`;
    throw new CallFailure('badAnswer', `its file has ${which}`);
  }
  const pathOf = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.path;
  return { is1904, sheetPath: sheet.path, textsPath: pathOf('sharedStrings'), stylesPath: pathOf('styles') };
}

async function readSheets(readPart: ReadPart, path: string) {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  let is1904: boolean | undefined;
  await parseXml(readPart(path), {
    open: (name, getAttributes, decode) => {
      if (name === 'workbookPr') is1904 ??= ['1', 'true'].includes(getAttributes().date1904 ?? '');
      if (name !== 'sheet') return;
      const attributes = getAttributes();
      const title = unescapeText(findAttribute(attributes, 'name', decode) ?? '');
      sheets.push({
        name: title,
        relation: findAttribute(attributes, 'id', decode) ?? '',
        isHidden: ['hidden', 'veryHidden'].includes(attributes.state ?? ''),
      });
    },
  });
  return { is1904: is1904 ?? false, sheets };
}

/** The relations of a part, or of the whole archive, by their ids. */
async function readRelations(readPart: ReadPart, part: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const folder = posix.dirname(part);
  await parseXml(readPart(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open: (name, getAttributes, decode) => {
      if (name !== 'Relationship') return;
      const attributes = getAttributes();
      const target = findAttribute(attributes, 'Target', decode) ?? '';
      const kind = posix.basename(findAttribute(attributes, 'Type', decode) ?? '');
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.set(findAttribute(attributes, 'Id', decode) ?? '', { kind, path });
    },
  });
  return relations;
}
