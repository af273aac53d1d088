import { createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { HubError } from '../../base/hub-error.ts';
import type { OnBackendError, QueueBackend } from './queue-backend.ts';
import { settleWithin } from './settle-within.ts';

/** Where the queues are, and under which first word of their keys. */
export interface RedisPlace {
  /** Holds a password, perhaps. */
  readonly url: string;
  /** Keeps several hubs, or several test files, apart in one Redis. */
  readonly prefix: string;
}

const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 5_000;
const MAX_RECONNECT_PAUSE_MS = 2_000;

/**
 * Queues in Redis.
 * @throws HubError CONFIG_INVALID without the address when Redis does not let the hub in.
 */
export async function openRedisBackend({ url, prefix }: RedisPlace, onError: OnBackendError): Promise<QueueBackend> {
  const connect = (maxRetriesPerRequest: number | null) => {
    const redis = new Redis(url, {
      connectTimeout: CONNECT_TIMEOUT_MS,
      maxRetriesPerRequest,
      retryStrategy: (times) => Math.min(times * 100, MAX_RECONNECT_PAUSE_MS),
    });
    redis.setMaxListeners(0);
    return redis.on('error', onError);
  };
  // Who adds a job must hear soon that Redis is away, a worker waits for it.
  const [adding, working] = [connect(1), connect(null)];
  const close = () => {
    adding.disconnect();
    working.disconnect();
  };
  try {
    if (!(await settleWithin(adding.ping(), ANSWER_TIMEOUT_MS))) throw new Error('no answer');
  } catch (cause) {
    close();
    throw new HubError('CONFIG_INVALID', 'Redis does not let the hub in.', {
      fix: 'Check the address and the password in REDIS_URL, and that the server runs and can be reached from here.',
      retryable: true,
      cause,
    });
  }
  return {
    kind: 'redis',
    open: (name, options, ends) => {
      const connection = ends?.withBlockingConnection ? working : adding;
      return createRedisBackend(name, { ...options, connection, prefix } as RedisBackendOptions, ends);
    },
    close: async () => close(),
  };
}

type RedisBackendOptions = Parameters<typeof createRedisBackend>[1];
