import { LOOPBACK } from './port.ts';

/** Returns the server's settings as command-line flags, so that a newer hub's settings hold for older data too. */
export function serverSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: LOOPBACK,
    port: String(port),
    unix_socket_directories: '',
    // Each BullMQ worker holds a LISTEN client beside the pools.
    max_connections: '300',
    // Sizes for a small machine: the hub must run in 2 GB beside everything else.
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    work_mem: '4MB',
    maintenance_work_mem: '64MB',
    min_wal_size: '80MB',
    max_wal_size: '1GB',
    // Compiling pays off for long analytical queries only, and the package's binaries lack it.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A failing statement and its details can hold personal data. The hub reports its own errors; the log of the server
    // keeps what only the server knows (level LOG is above ERROR).
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
