/**
 * Every system has two queues, one for jobs that a person waits for and one for all others, each with slots of its own: a
 * load that takes hours never stands before a person, which a priority within one queue cannot promise once every slot is
 * taken.
 */
export type Lane = 'people' | 'background';

export const lanes: readonly Lane[] = ['people', 'background'];

/** A name without the `:` and `/` that keys and addresses give a meaning: `dpmptsp.perizinan.people`. */
export function nameQueue(system: string, lane: Lane): string {
  return `${system.replaceAll('/', '.')}.${lane}`;
}
