import type { Admission } from './control.ts';
import type { LegacySystem, SystemAnswer } from './legacy-system.ts';

/** Without a word from the operator, each call whose number is a multiple of this gets a PHP warning. */
const WARNING_EVERY = 10;

const HTML = { 'content-type': 'text/html; charset=UTF-8' };

/** Returns what the fault answers in the system's place, or nothing when the system may answer for itself. */
export function findFaultAnswer(system: LegacySystem, { fault, sequence }: Admission): SystemAnswer | undefined {
  if (fault.html) return htmlPage(fault.html);
  if (fault.status500) return { status: 500, headers: HTML, body: '<h1>An Error Was Encountered</h1>\n' };
  if (fault.quota) return system.quotaExhausted();
  if (fault.expiredSession === 'always') return system.sessions?.expiredAnswer();
  if (system.hiccup && isDue(fault.warnings, sequence, system.hiccup.every)) return system.hiccup.answer();
  return undefined;
}

/** Spoils a system's own answer as its language or its network would. */
export function spoilAnswer(system: LegacySystem, answer: SystemAnswer, { fault, sequence }: Admission): SystemAnswer {
  const warned = isDue(fault.warnings, sequence, WARNING_EVERY)
    ? { ...answer, body: (system.warning ?? '') + answer.body }
    : answer;
  return fault.truncated ? { ...warned, body: warned.body.slice(0, Math.floor(warned.body.length / 2)) } : warned;
}

function isDue(mode: 'sometimes' | 'always' | 'never' = 'sometimes', sequence: number, every: number): boolean {
  return mode === 'always' || (mode === 'sometimes' && sequence % every === 0);
}

/** Answers with a server's page of HTML under a status. */
export function htmlPage(status: 200 | 502): SystemAnswer {
  const title = status === 502 ? '502 Bad Gateway' : 'Runtime Error';
  const body = `<html>\n<head><title>${title}</title></head>\n<body>\n<center><h1>${title}</h1></center>\n</body>\n</html>\n`;
  return { status, headers: HTML, body };
}
