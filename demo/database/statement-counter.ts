export type Dialect = 'mysql' | 'postgres';

/** Takes what a client sends, as it comes, and says how many statements begin to run in it. */
export type CountStatements = (chunk: Buffer) => number;

/** How one database's protocol cuts what a client sends into messages. */
interface Framing {
  /** Length of the next message's header. */
  headerBytes(): number;
  bodyBytes(header: Buffer): number;
  /** Told of every message once its header and the first byte of its body, if it has one, have come. */
  isStatement(header: Buffer, first: number | undefined): boolean;
}

/** Creates a counter for one connection; it reads message headers only and keeps nothing of what passes. */
export function createStatementCounter(dialect: Dialect): CountStatements {
  const framing = dialect === 'mysql' ? mysqlFraming : createPostgresFraming();
  let header = Buffer.alloc(0);
  let bodyLeft: number | undefined;
  let isFresh = false;
  return (chunk) => {
    let statements = 0;
    for (let at = 0; at < chunk.length; ) {
      if (bodyLeft === undefined) {
        const part = chunk.subarray(at, at + framing.headerBytes() - header.length);
        header = Buffer.concat([header, part]);
        at += part.length;
        if (header.length < framing.headerBytes()) break;
        bodyLeft = framing.bodyBytes(header);
        isFresh = true;
      }
      if (isFresh && (bodyLeft === 0 || at < chunk.length)) {
        isFresh = false;
        if (framing.isStatement(header, bodyLeft === 0 ? undefined : chunk[at])) statements += 1;
      }
      const step = Math.min(bodyLeft, chunk.length - at);
      at += step;
      bodyLeft -= step;
      if (bodyLeft > 0 || isFresh) continue;
      bodyLeft = undefined;
      header = Buffer.alloc(0);
    }
    return statements;
  };
}

/** COM_QUERY and COM_STMT_EXECUTE; a command opens a new sequence, so that its packet has the number 0. */
const MYSQL_STATEMENTS: readonly (number | undefined)[] = [0x03, 0x17];

const mysqlFraming: Framing = {
  headerBytes: () => 4,
  bodyBytes: (header) => header.readUIntLE(0, 3),
  isStatement: (header, first) => header[3] === 0 && MYSQL_STATEMENTS.includes(first),
};

/** Query and Execute. */
const POSTGRES_STATEMENTS = ['Q', 'E'];
/** A request for TLS or GSS encryption: a bare length and a code, after which the client begins anew. */
const ENCRYPTION_REQUEST_BYTES = 8;

/** Only the first message has no type, so that this framing belongs to one connection. */
function createPostgresFraming(): Framing {
  let isStarted = false;
  return {
    headerBytes: () => (isStarted ? 5 : 4),
    bodyBytes: (header) => header.readUInt32BE(header.length - 4) - 4,
    isStatement: (header) => {
      if (isStarted) return POSTGRES_STATEMENTS.includes(String.fromCharCode(header[0] ?? 0));
      isStarted = header.readUInt32BE(0) !== ENCRYPTION_REQUEST_BYTES;
      return false;
    },
  };
}
