import type { SourceKind, SourceSketch } from '../source-sketch.ts';
import type { PlannedSetting } from './connector-plan.ts';

const ADDRESSES: Readonly<Record<SourceKind, PlannedSetting>> = {
  rest: { name: 'URL', meaning: 'alamat layanan tanpa jalur, misalnya http://10.1.2.3:8080' },
  soap: { name: 'URL', meaning: 'alamat layanan SOAP, dengan jalurnya' },
  sql: { name: 'DATABASE_URL', meaning: 'alamat basis data dengan akun yang hanya boleh SELECT' },
  files: { name: 'FOLDER', meaning: 'folder tempat berkas diletakkan, jalur lengkap' },
};
const MEANINGS: Readonly<Record<string, string>> = {
  KEY: 'kunci API',
  USER: 'nama akun hub di sistem itu',
  PASSWORD: 'kata sandi akun itu',
  TOKEN: 'token tetap untuk hub',
  CLIENT_ID: 'client id OAuth 2.0',
  CLIENT_SECRET: 'client secret OAuth 2.0',
};

/** The keys of a source with its settings by name: `<OPD>_<SYSTEM>_URL` and what the log-in needs. */
export function planSource(
  opd: string,
  system: string,
  { kind, source, auth }: SourceSketch,
): { source: Record<string, unknown>; settings: PlannedSetting[] } {
  const prefix = `${opd}_${system}`.toUpperCase().replaceAll('-', '_');
  const address = ADDRESSES[kind];
  const settings: PlannedSetting[] = [{ ...address, name: `${prefix}_${address.name}` }];
  const fill = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
    const name = typeof value === 'string' ? /^\{(\w+)\}$/.exec(value)?.[1] : undefined;
    if (name === undefined) return value;
    settings.push({ name: `${prefix}_${name}`, meaning: MEANINGS[name] ?? name });
    return `\${${prefix}_${name}}`;
  };
  return {
    source: {
      [kind]: `\${${prefix}_${address.name}}`,
      ...source,
      ...(auth && { auth: fill(auth) }),
      limits: LIMITS[kind],
    },
    settings,
  };
}

const LIMITS: Readonly<Record<SourceKind, object>> = {
  rest: { timeoutMs: 3000, concurrency: 4 },
  soap: { timeoutMs: 3000, concurrency: 4 },
  sql: { timeoutMs: 3000, concurrency: 4 },
  files: { timeoutMs: 5000 },
};
