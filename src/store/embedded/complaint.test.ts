import { expect, it } from 'vitest';
import { findComplaint } from './complaint.ts';

it('keeps what went wrong, once, without times and process numbers', () => {
  const output = `2027-01-01 10:00:00.123 UTC [42] LOG:  starting PostgreSQL
2027-01-01 10:00:00.124 UTC [42] FATAL:  could not create any TCP/IP sockets
2027-01-01 10:00:00.125 UTC [42] FATAL:  could not create any TCP/IP sockets
initdb: error: could not create directory "x": No space left on device
`;
  expect(findComplaint(output)).toBe(
    'FATAL:  could not create any TCP/IP sockets; initdb: error: could not create directory "x": No space left on device',
  );
});

it('finds nothing where nobody complained', () => {
  expect(findComplaint('creating subdirectories ... ok\n')).toBeUndefined();
});
