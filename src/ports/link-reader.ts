/** Looks up the numbers by which a system of an agency knows a citizen. */
export interface LinkReader {
  /** Returns, for each NIK in the order asked, its numbers of this kind (such as the land tax's NOP), sorted; often none. */
  listLinksOf(niks: readonly string[], kind: string): Promise<readonly (readonly string[])[]>;
}
