/** What a system said to a proof: the same to the citizen for `wrong` and `notFound`, or numbers could be tried out. */
export type ProofResult =
  | 'proved'
  | 'wrong'
  | 'notFound'
  /** The system has too little in its record to prove anything with. */
  | 'notProvable';

/** How a citizen proves that a system's number is his: by a fact that its holder knows. */
export interface Proof {
  /** Kind of link, such as `no-langganan`. */
  readonly kind: string;
  readonly opd: string;
  readonly system: string;
  /** What the number is called, in Indonesian. */
  readonly label: string;
  /** What to ask for beside the number, in Indonesian. */
  readonly ask: string;
  /** Whether a number has one holder only, so that a second citizen's proof is refused. */
  readonly isSingle: boolean;
  /** Asks the system now. @throws HubError OPD_… when it does not answer. */
  check(nik: string, number: string, fact: string): Promise<ProofResult>;
}
