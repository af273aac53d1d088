import type { Fault } from './fault.ts';
import type { LegacySystem } from './legacy-system.ts';

/** Calls received since the last reset: in total, and by operation (`login`, `cari`, …; `unknown` for the rest). */
interface CallCounts {
  readonly total: number;
  readonly [operation: string]: number;
}

/** The switchboard of one simulated system, for tests in the same process; curl reaches the same through `/__control`. */
export interface SystemControl {
  /** The fault in force. */
  readonly fault: Fault;
  readonly calls: CallCounts;
  /** Calls being answered now. */
  readonly inFlight: number;
  /** Most calls that were ever in flight together since the last reset. */
  readonly peakConcurrent: number;
  /**
   * Replaces the fault in force.
   * @throws when this system cannot have the fault.
   */
  set(fault: Fault): void;
  /** Ends the fault and starts the counters again; open sessions stay open. */
  reset(): void;
}

/** What the switchboard must know of a system. */
export interface ControlledSystem extends Pick<LegacySystem, 'name' | 'sessions' | 'warning' | 'hiccup'> {
  readonly routes: readonly { readonly operation: string }[];
  /** Faults that this kind of system cannot have, each with what the operator reads after the system's name. */
  readonly impossible?: Readonly<Partial<Record<keyof Fault, string>>>;
}

/** One call's entry in the books: its number since the last reset and the fault that it meets. */
export interface Admission {
  readonly sequence: number;
  readonly fault: Fault;
}

const GOOD_HEALTH: Fault = {};

/** Counts a system's calls and decides which of them meet a fault. */
export class CallControl implements SystemControl {
  readonly #system: ControlledSystem;
  readonly #counts = new Map<string, number>();
  #fault: Fault = GOOD_HEALTH;
  #timesLeft = Number.POSITIVE_INFINITY;
  #total = 0;
  #inFlight = 0;
  #peakConcurrent = 0;

  constructor(system: ControlledSystem) {
    this.#system = system;
    this.reset();
  }

  get fault(): Fault {
    return this.#timesLeft > 0 ? this.#fault : GOOD_HEALTH;
  }

  get calls(): CallCounts {
    return { total: this.#total, ...Object.fromEntries(this.#counts) };
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get peakConcurrent(): number {
    return this.#peakConcurrent;
  }

  set(fault: Fault): void {
    this.#refuseImpossible(fault);
    if (fault.expiredSession === true) this.#system.sessions?.expireAll();
    this.#fault = fault;
    this.#timesLeft = fault.times ?? Number.POSITIVE_INFINITY;
  }

  reset(): void {
    this.#fault = GOOD_HEALTH;
    this.#timesLeft = Number.POSITIVE_INFINITY;
    this.#total = 0;
    this.#counts.clear();
    for (const route of this.#system.routes) this.#counts.set(route.operation, 0);
    this.#peakConcurrent = this.#inFlight;
  }

  /** Enters a call; the caller must leave() once, however the call ends. */
  enter(operation: string): Admission {
    this.#total += 1;
    this.#counts.set(operation, (this.#counts.get(operation) ?? 0) + 1);
    this.#inFlight += 1;
    this.#peakConcurrent = Math.max(this.#peakConcurrent, this.#inFlight);
    const fault = this.#meets(operation) ? this.#fault : GOOD_HEALTH;
    if (fault !== GOOD_HEALTH) this.#timesLeft -= 1;
    return { sequence: this.#total, fault };
  }

  leave(): void {
    this.#inFlight -= 1;
  }

  #meets(operation: string): boolean {
    if (this.#timesLeft <= 0) return false;
    if (this.#fault.only !== undefined && this.#fault.only !== operation) return false;
    // A login opens a session rather than using one, so a refused session never refuses the login.
    return !(this.#fault.expiredSession === 'always' && operation === this.#system.sessions?.loginOperation);
  }

  #refuseImpossible(fault: Fault): void {
    const { name, routes, sessions, warning, hiccup, impossible = {} } = this.#system;
    for (const [kind, value] of Object.entries(fault)) {
      const reason = Object.entries(impossible).find(([other]) => other === kind)?.[1];
      if (value && reason) throw new Error(`${name} ${reason}`);
    }
    if (fault.expiredSession && !sessions) throw new Error(`${name} has no sessions that could expire`);
    if (fault.warnings && warning === undefined && !hiccup) throw new Error(`${name} prints no warnings`);
    if (fault.only !== undefined && !routes.some((route) => route.operation === fault.only)) {
      throw new Error(`${name} has no operation "${fault.only}"; it has ${routes.map((r) => r.operation).join(', ')}`);
    }
  }
}
