import type { ComplaintStatus, PermitStatus } from './generated/graphql.ts';

type Status = PermitStatus | ComplaintStatus;

// When the schema gets another status, the compiler says that its word is missing here.
const words: Readonly<Record<Status, string>> = {
  SUBMITTED: 'diajukan',
  NEW: 'baru',
  VERIFIED: 'diverifikasi',
  IN_PROCESS: 'diproses',
  ISSUED: 'terbit',
  RESOLVED: 'selesai',
  REJECTED: 'ditolak',
};

/** How a person reads a status; one that came into use after this app was built is shown as the hub names it. */
export function describeStatus(status: Status | null): string {
  return status ? (words[status] ?? status) : '–';
}
