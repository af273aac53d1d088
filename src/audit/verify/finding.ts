/** Something wrong with a log, as precisely as the rest of it lets one say. */
export type Finding =
  /** These rows do not fit what stands before them; what follows does. */
  | { readonly kind: 'changed'; readonly seq: number; readonly untilSeq: number }
  | { readonly kind: 'moved'; readonly seq: number; readonly standsAt: number }
  | { readonly kind: 'missing'; readonly seq: number; readonly untilSeq: number }
  | { readonly kind: 'repeated'; readonly seq: number; readonly times: number }
  /** A row where the log never had one: before its first, or beyond its end. */
  | { readonly kind: 'inserted'; readonly seq: number }
  /** The head names another hash than the last row has. */
  | { readonly kind: 'head'; readonly seq: number }
  | { readonly kind: 'truncated'; readonly seq: number; readonly knownSeq: number; readonly atMs: number }
  /** The chain holds, but it is not the one that was vouched for. */
  | { readonly kind: 'rewritten'; readonly seq: number; readonly sinceSeq: number; readonly atMs: number }
  | { readonly kind: 'checkpoint-unreadable'; readonly line: number }
  | { readonly kind: 'checkpoint-forged'; readonly line: number }
  /** An exported file: what it says of itself is not what the hub signed, or is missing. */
  | { readonly kind: 'statement'; readonly reason: string };

/** Says a finding in one sentence. */
export function describeFinding(finding: Finding): string {
  switch (finding.kind) {
    case 'changed':
      return finding.seq === finding.untilSeq
        ? `row ${finding.seq} was changed`
        : `rows ${finding.seq} to ${finding.untilSeq} were changed or are not in their places`;
    case 'moved':
      return `row ${finding.seq} is not in its place: what belongs there stands as row ${finding.standsAt}`;
    case 'missing':
      return finding.seq === finding.untilSeq
        ? `row ${finding.seq} is missing`
        : `rows ${finding.seq} to ${finding.untilSeq} are missing`;
    case 'repeated':
      return `row ${finding.seq} stands ${finding.times === 2 ? 'twice' : `${finding.times} times`}`;
    case 'inserted':
      return `row ${finding.seq} was inserted: the log never had a row there`;
    case 'head':
      return `the head of the log does not fit its last row, ${finding.seq}`;
    case 'truncated':
      return `the log ends at ${finding.seq}, but the checkpoint of ${timeOf(finding.atMs)} knew row ${finding.knownSeq}`;
    case 'rewritten':
      return `row ${finding.seq} is not the one that the checkpoint of ${timeOf(finding.atMs)} knew: the log was rewritten somewhere from row ${finding.sinceSeq + 1} on`;
    case 'checkpoint-unreadable':
      return `line ${finding.line} of the checkpoints cannot be read`;
    case 'checkpoint-forged':
      return `line ${finding.line} of the checkpoints was not signed with this key`;
    case 'statement':
      return finding.reason;
  }
}

function timeOf(atMs: number): string {
  return new Date(atMs).toISOString();
}
