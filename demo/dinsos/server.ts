import { findPerson } from '../people/find-person.ts';
import type { Person } from '../people/person.ts';
import type { DeliveredFile } from '../sftp/delivery.ts';
import { type SftpServerOptions, type SftpSystem, serveSftp } from '../sftp/sftp-server.ts';
import { listBeneficiaries } from './records.ts';
import { writeExport } from './write-export.ts';

/** The account that Dinsos gives to the hub. */
const ACCOUNT = { user: 'hub_dinsos', password: 'sandi-demo-dinsos' } as const;
const FOLDER = '/siks-ng';

// Delivered in the night after each month. In the oldest, somebody has typed a number anew.
const DELIVERIES = [
  { month: '2026-08', writtenAt: Date.UTC(2026, 7, 31, 17) / 1000, isOdd: true },
  { month: '2026-09', writtenAt: Date.UTC(2026, 8, 30, 17) / 1000, isOdd: false },
  { month: '2026-10', writtenAt: Date.UTC(2026, 9, 31, 17) / 1000, isOdd: false },
] as const;

/** A running Dinsos, and the environment settings that an operator would give the hub. */
export interface Dinsos extends SftpSystem {
  readonly settings: Readonly<Record<'DINSOS_SFTP_URL' | 'DINSOS_SFTP_HOST_KEY', string>>;
}

/** Starts the SFTP server on which Dinsos leaves its exports of SIKS-NG; they are written when somebody first looks. */
export async function startDinsos(
  people: readonly Person[],
  seed: number,
  where: Pick<SftpServerOptions, 'port' | 'controlPort' | 'host'> = {},
): Promise<Dinsos> {
  let written: Promise<DeliveredFile[]> | undefined;
  const files = (): Promise<DeliveredFile[]> => {
    written ??= writeDeliveries(people, seed);
    return written;
  };
  const system = await serveSftp({ ...where, name: 'dinsos', account: ACCOUNT, folder: FOLDER, files });
  const url = new URL(system.url);
  const address = `sftp://${ACCOUNT.user}:${ACCOUNT.password}@${url.host}${FOLDER}`;
  return { ...system, settings: { DINSOS_SFTP_URL: address, DINSOS_SFTP_HOST_KEY: system.hostKey } };
}

/** Writes the exports of the last months. */
async function writeDeliveries(people: readonly Person[], seed: number): Promise<DeliveredFile[]> {
  const files: DeliveredFile[] = [];
  for (const { month, writtenAt, isOdd } of DELIVERIES) {
    const rows = listBeneficiaries(people, seed, month);
    const content = await writeExport(rows, { month, ...(isOdd && { retypedNik: findPerson('aneh', people).nik }) });
    files.push({ name: `siks-ng-dtsen-${month}.xlsx`, content, writtenAt });
  }
  return files;
}
