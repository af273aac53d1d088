import { pino } from 'pino';

/** What may stand beside an event: counts, codes, names of systems. An error is written without its causes' data. */
export type LogFields = Readonly<Record<string, unknown>>;

/** The hub's log, one JSON object a line on standard error. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

// Whatever a careless line may hold: runs of 15 or more digits (NIK, NIP, NOP, KK) and signed tokens. Digits may stand
// apart by blanks or dots, as they are printed on cards.
const PERSONAL = /\b\d(?:[ .-]?\d){14,}\b|\beyJ[\w-]+\.[\w-]*\.?[\w-]*/g;

/** Replaces what looks like a personal number or a token; the last line of defence, not the first. */
export function redact(text: string): string {
  return text.replace(PERSONAL, '[redacted]');
}

/** Creates a log whose every line is redacted before it leaves the process. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(redact(line)) },
  );
  const at = (name: 'info' | 'warn' | 'error') => (event: string, fields?: LogFields) =>
    logger[name](prepare(fields), event);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function prepare(fields: LogFields = {}): LogFields {
  const { error, ...rest } = fields;
  if (!(error instanceof Error)) return fields;
  const causes: string[] = [];
  for (let cause = error.cause; cause instanceof Error && causes.length < 5; cause = cause.cause)
    causes.push(`${cause.name}: ${cause.message}`);
  return {
    ...rest,
    error: error.name,
    message: error.message,
    stack: error.stack,
    ...(causes.length > 0 && { causes }),
  };
}
