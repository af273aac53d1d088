import { createInterface } from 'node:readline/promises';
import { HubError } from '../../base/hub-error.ts';
import { paint } from '../paint.ts';

/** Asks whoever sits at the terminal, one question at a time. */
export interface Person {
  /** False where nobody can answer: then flags must say everything. */
  readonly isThere: boolean;
  /** The answer, or the default for an empty one. @throws HubError BAD_USER_INPUT naming the flag when nobody is there. */
  ask(question: Question): Promise<string>;
  /** Takes leave. */
  close(): void;
}

export interface Question {
  /** In Indonesian. */
  readonly text: string;
  /** What says the same without a terminal. */
  readonly flag: string;
  readonly fallback?: string | undefined;
  /** What may be answered; shown as a numbered list, of which a number may be given. */
  readonly choices?: readonly string[];
}

/** Opens the terminal, if standard input is one. */
export function openPerson(isThere: boolean = process.stdin.isTTY === true && process.stdout.isTTY === true): Person {
  if (!isThere) return { isThere, ask: async (question) => answerAlone(question), close: () => {} };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return {
    isThere,
    ask: async (question) => {
      for (;;) {
        for (const [index, choice] of (question.choices ?? []).entries())
          console.log(`  ${paint('dim', String(index + 1).padStart(2))} ${choice}`);
        const shown = question.fallback === undefined ? '' : paint('dim', ` [${question.fallback}]`);
        const typed = (await terminal.question(`${question.text}${shown}: `)).trim();
        const answer = question.choices?.[Number(typed) - 1] ?? (typed === '' ? question.fallback : typed);
        if (answer !== undefined) return answer;
      }
    },
    close: () => terminal.close(),
  };
}

function answerAlone({ flag, fallback, choices = [] }: Question): string {
  if (fallback !== undefined) return fallback;
  const fix =
    choices.length > 0 ? `There are: ${choices.slice(0, 12).join(', ')}.` : 'On a terminal the hub asks for it.';
  throw new HubError('BAD_USER_INPUT', `${flag} is missing`, { fix });
}
