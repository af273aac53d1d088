import { totalmem } from 'node:os';

// How Node runs the hub, in one place for start.mjs and the bench. The young generation is larger than Node's default: a
// request's objects die with it, and when there is room most are gone before they are ever copied. Measured on an answer
// of 87 kB with 32 requests under way: 256 MB instead of 64 spare a seventh of the CPU. It may take three times that of
// memory, so a machine gives a thirtieth of what it has: 256 MB from 8 GB on, 64 MB with 2 GB.
const share = totalmem() / 2 ** 20 / 32;
const semiSpaceMb = Math.min(256, Math.max(16, 2 ** Math.round(Math.log2(share))));

export const nodeFlags = ['--disable-warning=ExperimentalWarning', `--max-semi-space-size=${semiSpaceMb}`];
