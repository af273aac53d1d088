import { HubError } from '../base/hub-error.ts';

/** A server that a command runs. */
export interface Served {
  readonly app: { listen(at: { port: number; host: string }): Promise<string> };
  readonly port: number;
  readonly host: string;
  /** What it is called when it says that it answers. */
  readonly name: string;
  /** Answers what is under way, then closes everything. */
  close(): Promise<void>;
}

/** Listens, says where, and drains at a signal; the promise never resolves. @throws HubError when the port cannot be had. */
export async function serveUntilSignal({ app, port, host, name, close }: Served): Promise<number> {
  let isEnding = false;
  const end = async (): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
  let url: string;
  try {
    url = `${await app.listen({ port, host })}/graphql`;
  } catch (error) {
    await close();
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const reason = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`;
    throw new HubError('CONFIG_INVALID', `Port ${port} ${reason}`, { fix: 'Choose another one with --port' });
  }
  if (process.send) process.send({ ready: url });
  else console.log(`The ${name} answers at ${url}`);
  return new Promise<number>(() => {});
}
