import { connect as connectTcp } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { ProbeFinding } from '../ports/probe-finding.ts';

const DAY_MS = 86_400_000;
/** A certificate that ends sooner is worth a word: whoever renews it may be on holiday. */
const EXPIRY_WARNING_DAYS = 21;
/** What signatures with a time in them usually allow. */
const MAX_SKEW_SECONDS = 60;

/** Looks whether anything answers at a web address, how long its certificate holds, and whether its clock is right. */
export async function probeAddress(address: string, timeoutMs: number): Promise<ProbeFinding[]> {
  const url = new URL(address);
  const isTls = url.protocol === 'https:';
  const reached = await probeConnection(url, isTls, timeoutMs);
  if (reached.some(({ state }) => state === 'problem')) return reached;
  return [...reached, await probeClock(url, timeoutMs)];
}

function probeConnection({ hostname, port }: URL, isTls: boolean, timeoutMs: number): Promise<ProbeFinding[]> {
  const target = { host: hostname, port: Number(port || (isTls ? 443 : 80)) };
  return new Promise((resolve) => {
    const finish = (findings: ProbeFinding[]): void => {
      socket.destroy();
      resolve(findings);
    };
    const onOpen = (): void => finish(isTls ? describeCertificate(socket as TLSSocket) : [REACHED]);
    // An unknown issuer is told apart from a machine that is not there.
    const socket = isTls
      ? connectTls({ ...target, servername: hostname, rejectUnauthorized: false }, onOpen)
      : connectTcp(target, onOpen);
    socket.setTimeout(timeoutMs, () => finish([problem(`no connection within ${timeoutMs} ms`)]));
    socket.once('error', ({ code = 'no code' }: NodeJS.ErrnoException) => finish([problem(`no connection (${code})`)]));
  });
}

const REACHED: ProbeFinding = { what: 'connection', state: 'ok', message: 'it answers' };

function problem(message: string): ProbeFinding {
  return { what: 'connection', state: 'problem', message };
}

function describeCertificate(socket: TLSSocket): ProbeFinding[] {
  const daysLeft = Math.floor((Date.parse(socket.getPeerCertificate().valid_to) - Date.now()) / DAY_MS);
  const state = daysLeft < 0 ? 'problem' : daysLeft < EXPIRY_WARNING_DAYS ? 'warning' : 'ok';
  const trust: ProbeFinding = socket.authorized
    ? { what: 'certificate', state: 'ok', message: 'issued by an authority that this machine knows' }
    : { what: 'certificate', state: 'problem', message: 'not trusted here: the hub would refuse it' };
  return [REACHED, trust, { what: 'certificate', state, message: `holds for ${daysLeft} more days` }];
}

async function probeClock(url: URL, timeoutMs: number): Promise<ProbeFinding> {
  try {
    const asked = Date.now();
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    const itsTime = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(itsTime)) return { what: 'clock', state: 'ok', message: 'it does not say its time' };
    const skewSeconds = Math.round((itsTime - (asked + Date.now()) / 2) / 1000);
    const isOff = Math.abs(skewSeconds) > MAX_SKEW_SECONDS;
    return { what: 'clock', state: isOff ? 'warning' : 'ok', message: `${skewSeconds} s from ours` };
  } catch {
    return { what: 'clock', state: 'warning', message: 'it accepts connections and does not answer HTTP' };
  }
}
