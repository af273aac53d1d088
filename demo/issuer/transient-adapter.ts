import type { Adapter, AdapterFactory, AdapterPayload, ClientMetadata } from 'oidc-provider';

/**
 * Keeps what oidc-provider wants kept until it expires, in memory: signed tokens are not among it, so that a restart
 * costs nobody a valid token. It takes the place of the built-in store, which warns at each start that it is one.
 */
class TransientAdapter implements Adapter {
  readonly #entries = new Map<string, { payload: AdapterPayload; endsAtMs: number }>();

  async upsert(id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void> {
    const nowMs = Date.now();
    for (const [key, { endsAtMs }] of this.#entries) if (endsAtMs <= nowMs) this.#entries.delete(key);
    const endsAtMs = expiresInSeconds === undefined ? Number.POSITIVE_INFINITY : nowMs + expiresInSeconds * 1000;
    this.#entries.set(id, { payload, endsAtMs });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(id);
    return entry !== undefined && entry.endsAtMs > Date.now() ? entry.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findWhere((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findWhere((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#entries) if (payload.grantId === grantId) this.#entries.delete(id);
  }

  #findWhere(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const { payload, endsAtMs } of this.#entries.values()) {
      if (matches(payload) && endsAtMs > Date.now()) return payload;
    }
    return undefined;
  }
}

/** Looks clients up instead of keeping them. */
class ClientAdapter extends TransientAdapter {
  readonly #find: (clientId: string) => Promise<ClientMetadata | undefined>;

  constructor(find: (clientId: string) => Promise<ClientMetadata | undefined>) {
    super();
    this.#find = find;
  }

  override async find(clientId: string): Promise<AdapterPayload | undefined> {
    return this.#find(clientId);
  }
}

/** Creates one memory for all kinds of things, which outlives the provider that fills it. */
export function createTransientMemory(
  findClient: (clientId: string) => Promise<ClientMetadata | undefined>,
): AdapterFactory {
  const adapters = new Map<string, Adapter>([['Client', new ClientAdapter(findClient)]]);
  return (kind) => {
    const adapter = adapters.get(kind) ?? new TransientAdapter();
    adapters.set(kind, adapter);
    return adapter;
  };
}
