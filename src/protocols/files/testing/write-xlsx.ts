import { crc32, deflateRawSync } from 'node:zlib';

/** A cell as the XML of a sheet writes it, of which the address is put in. */
export type XlsxCell = string | number | boolean | null | { readonly xml: (address: string) => string };

export interface XlsxSetup {
  readonly sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>;
  /** What `date1904` says. */
  readonly date1904?: string;
  /** Areas of every sheet that are merged, such as `A1:A2`. */
  readonly merged?: readonly string[];
  /** What `state` says of sheets by their names. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** Parts that take the place of what would be written. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Sizes as in archives of more than 4 GB, as Java programs write them always. */
  readonly isZip64?: boolean;
}

/** A number under a style: 1 is dd/mm/yyyy, 2 a format of its own, 3 an amount with `d` in quotes. */
export const styled = (value: number, style: number): XlsxCell => ({
  xml: (address) => `<c r="${address}" s="${style}"><v>${value}</v></c>`,
});
export const inline = (text: string): XlsxCell => ({
  xml: (address) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`,
});
/** A formula with the value that was last calculated, if it was. */
export const formula = (type: string, value?: string): XlsxCell => ({
  xml: (address) => `<c r="${address}" t="${type}"><f>A1&amp;B1</f>${value === undefined ? '' : `<v>${value}</v>`}</c>`,
});
/** A cell of a type that is written out, for example `d`. */
export const typed = (type: string, value: string): XlsxCell => ({
  xml: (address) => `<c r="${address}" t="${type}"><v>${value}</v></c>`,
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const STYLES = `<styleSheet xmlns="${MAIN}">
<numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0\\ &quot;dus&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** Writes an XLSX as Excel does: texts shared, styles apart, files deflated. */
export function writeXlsx({ sheets, date1904, ...setup }: XlsxSetup): Buffer {
  const texts: string[] = [];
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {};
  Object.values(sheets).forEach((rows, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${writeRows(rows, texts)}</sheetData>${writeMerged(setup.merged)}</worksheet>`;
  });
  const relations = names.map((_name, index) =>
    writeRelation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  relations.push(
    writeRelation('x1', 'sharedStrings', '/xl/sharedStrings.xml'),
    writeRelation('x2', 'styles', 'styles.xml'),
  );
  const property = date1904 === undefined ? '' : `<workbookPr date1904="${date1904}"/>`;
  const listed = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 7}" state="${setup.hidden?.[name] ?? 'visible'}" r:id="s${index}"/>`,
  );
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">${property}<sheets>${listed.join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`;
  parts['_rels/.rels'] =
    `<Relationships xmlns="${PACKAGE}">${writeRelation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`;
  parts['xl/styles.xml'] = STYLES;
  parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${texts.map(writeText).join('')}</sst>`;
  return writeZip({ ...parts, ...setup.parts }, { isZip64: setup.isZip64 ?? false });
}

function writeMerged(areas: readonly string[] = []): string {
  if (areas.length === 0) return '';
  return `<mergeCells count="${areas.length}">${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`;
}

function writeRows(rows: readonly (readonly XlsxCell[])[], texts: string[]): string {
  const lines = rows.map((cells, index) => {
    // Excel leaves out what is empty, rows too.
    if (cells.length === 0) return '';
    const written = cells.map((cell, column) => writeCell(cell, `${nameColumn(column)}${index + 1}`, texts));
    return `<row r="${index + 1}">${written.join('')}</row>`;
  });
  return lines.join('');
}

function writeCell(cell: XlsxCell, address: string, texts: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.xml(address);
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  texts.push(cell);
  return `<c r="${address}" t="s"><v>${texts.length - 1}</v></c>`;
}

/** As runs of different looks, with how the text is read aloud. */
function writeText(text: string): string {
  const [first = '', ...rest] = text.split(' ');
  const other = rest.length === 0 ? '' : `<r><t xml:space="preserve"> ${escapeXml(rest.join(' '))}</t></r>`;
  return `<si><r><t>${escapeXml(first)}</t></r>${other}<rPh sb="0" eb="1"><t>aloud</t></rPh></si>`;
}

const nameColumn = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') + String.fromCharCode(65 + (column % 26));

const writeRelation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/>`;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export interface ZipSetup {
  /** Changes what the directory says of a part's unpacked size. */
  readonly declare?: (bytes: number) => number;
  readonly isZip64?: boolean;
}

const IN_EXTRA_FIELD = 0xffffffff;

/** Writes a zip archive. */
export function writeZip(parts: Readonly<Record<string, string | Buffer>>, setup: ZipSetup = {}): Buffer {
  const { declare = (bytes: number) => bytes, isZip64 = false } = setup;
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const sizes = { packed: packed.length, unpacked: declare(bytes.length) };
    const local = Buffer.concat([signature(0x04034b50), describe(bytes, sizes, name.length), name, packed]);
    const extra = isZip64 ? writeZip64Field(sizes, offset) : Buffer.alloc(0);
    const shown = isZip64 ? { packed: IN_EXTRA_FIELD, unpacked: IN_EXTRA_FIELD } : sizes;
    const described = describe(bytes, shown, name.length);
    described.writeUInt16LE(extra.length, 24);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(isZip64 ? IN_EXTRA_FIELD : offset, 10);
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), described, entry, name, extra);
    files.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, listing, signature(0x06054b50), end]);
}

interface Sizes {
  readonly packed: number;
  readonly unpacked: number;
}

/** What a part's own header and the directory say alike: version, flags, method, time, checksum, sizes, lengths. */
function describe(bytes: Buffer, { packed, unpacked }: Sizes, nameLength: number): Buffer {
  const described = Buffer.alloc(26);
  described.writeUInt16LE(20, 0);
  described.writeUInt16LE(8, 4);
  described.writeUInt32LE(crc32(bytes), 10);
  described.writeUInt32LE(packed, 14);
  described.writeUInt32LE(unpacked, 18);
  described.writeUInt16LE(nameLength, 22);
  return described;
}

/** Behind another field, which is to be passed over. */
function writeZip64Field({ packed, unpacked }: Sizes, offset: number): Buffer {
  const field = Buffer.alloc(4 + 24);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(24, 2);
  for (const [index, value] of [unpacked, packed, offset].entries())
    field.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return Buffer.concat([Buffer.from('0a00020000ff', 'hex'), field]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
