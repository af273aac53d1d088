import { readFileSync } from 'node:fs';
import { HubError } from './base/hub-error.ts';
import type { NewLink } from './store/index.ts';

/**
 * Reads a CSV of links, `nik,kind,value` with that header.
 * @throws HubError CONFIG_INVALID naming the line, never what stands in it.
 */
export function readLinksFile(file: string): NewLink[] {
  const [header, ...lines] = readText(file).split(/\r?\n/);
  if (header?.trim() !== 'nik,kind,value') throw malformed(file, 1, 'the first line must be: nik,kind,value');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [nik = '', kind = '', value = '', ...rest] = line.split(',').map((cell) => cell.trim());
    if (!/^\d{16}$/.test(nik)) throw malformed(file, index + 2, 'the NIK is not 16 digits');
    if (!/^[a-z][a-z0-9-]*$/.test(kind) || value === '' || rest.length > 0)
      throw malformed(file, index + 2, 'kind or value is missing or malformed');
    return [{ nik, kind, value }];
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new HubError(
      'CONFIG_INVALID',
      `HUB_LINKS_FILE cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
      { cause: error },
    );
  }
}

function malformed(file: string, line: number, reason: string): HubError {
  return new HubError('CONFIG_INVALID', `${file}:${line}: ${reason}`, {
    fix: 'Mend the file; nothing was read from it.',
  });
}
