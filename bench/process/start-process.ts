import { type ChildProcess, fork } from 'node:child_process';
import { nodeFlags } from '../../node-flags.mjs';
import type { ChildMessage } from './answer-parent.ts';
import { childEnvironment } from './child-environment.ts';

export interface ProcessOptions {
  /** For messages only. */
  readonly name: string;
  readonly script: string;
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Further arguments of Node itself. */
  readonly nodeArguments?: readonly string[];
}

/** A child process of the bench that has said it is ready. */
export interface RunningProcess<Ready> {
  readonly name: string;
  readonly pid: number;
  readonly ready: Ready;
  /** Asks one question; the next may be asked when it is answered. */
  ask<Answer>(question: object): Promise<Answer>;
}

const READY_TIMEOUT_MS = 60_000;
// The hub drains and stops its database; whoever needs longer than this hangs.
const STOP_TIMEOUT_MS = 20_000;

/**
 * Starts a script as a process of its own and waits until it is ready; all of them run as in production. The stack stops
 * it, also when it is interrupted before that.
 */
export async function startProcess<Ready>(
  { name, script, arguments: given = [], env = {}, nodeArguments = [] }: ProcessOptions,
  stack: AsyncDisposableStack,
): Promise<RunningProcess<Ready>> {
  const child = fork(script, given, {
    env: childEnvironment(env),
    // The hub's own flags, for every contender alike.
    execArgv: [...nodeFlags, ...nodeArguments],
  });
  stack.defer(() => stopChild(child));
  const { ready } = await nextMessage<{ ready: Ready }>(child, name, READY_TIMEOUT_MS);
  const ask = async <Answer>(question: object): Promise<Answer> => {
    const reply = nextMessage<{ answer: Answer } | { failed: string }>(child, name);
    child.send(question);
    const message = await reply;
    if ('failed' in message) throw new Error(`${name}: ${message.failed}`);
    return message.answer;
  };
  return { name, pid: child.pid as number, ready, ask };
}

function nextMessage<Message>(child: ChildProcess, name: string, timeoutMs?: number): Promise<Message> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      then();
    };
    const onMessage = (message: unknown) => settle(() => resolve(message as Message & ChildMessage));
    const onExit = (code: number | null) =>
      settle(() => reject(new Error(`${name} ended unexpectedly (${code ?? 'by a signal'})`)));
    const onTimeout = () => settle(() => reject(new Error(`${name} was not ready within ${timeoutMs} ms`)));
    const timer = timeoutMs === undefined ? undefined : setTimeout(onTimeout, timeoutMs);
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(patience);
}
