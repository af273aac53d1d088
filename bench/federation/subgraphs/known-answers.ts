import { buildExecutor, type SubgraphRequest } from './build-executor.ts';
import type { SubgraphModule } from './subgraph-module.ts';

/** A subgraph's answers by the request's body, each made once: what is measured is not how subgraphs work. */
export class KnownAnswers {
  readonly #module: SubgraphModule;
  readonly #byBody = new Map<string, Buffer>();
  #execute: ReturnType<typeof buildExecutor> | undefined;

  constructor(module: SubgraphModule) {
    this.#module = module;
  }

  /** The answer to a body that came before. */
  find(body: string): Buffer | undefined {
    return this.#byBody.get(body);
  }

  /** Makes the answer to a body whose bytes were read as Latin-1, and keeps it. */
  async make(body: string): Promise<Buffer> {
    // Of a hundred subgraphs few are asked.
    this.#execute ??= buildExecutor(this.#module);
    const request = JSON.parse(fromLatin1(body)) as SubgraphRequest;
    const bytes = Buffer.from(JSON.stringify(await this.#execute(request)));
    this.#byBody.set(body, bytes);
    return bytes;
  }
}

/** The text of bytes that were read as Latin-1, which is cheaper where most bodies are only looked up. */
export function fromLatin1(body: string): string {
  return Buffer.from(body, 'latin1').toString('utf8');
}
