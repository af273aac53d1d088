import { randomBytes } from 'node:crypto';

/** The application's open sessions: any number per user, each with its end. */
export class SessionTable {
  readonly #endsAt = new Map<string, number>();
  readonly #lifetimeMs: number;

  constructor(lifetimeMs: number) {
    this.#lifetimeMs = lifetimeMs;
  }

  /** Opens a session and returns its token. */
  open(): string {
    const token = randomBytes(20).toString('hex');
    this.#endsAt.set(token, Date.now() + this.#lifetimeMs);
    return token;
  }

  isOpen(token: string): boolean {
    return Date.now() < (this.#endsAt.get(token) ?? 0);
  }

  endAll(): void {
    this.#endsAt.clear();
  }
}
