export type AttachmentType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

/** A file that a citizen has uploaded for a submission. */
export interface Attachment {
  /** Random; says nothing. */
  readonly id: string;
  /** By what is in the file, whatever its sender called it. */
  readonly type: AttachmentType;
  /** After it was cleaned. */
  readonly bytes: number;
}

/** What a system takes of what citizens attach. */
export interface AttachmentRule {
  /** So many to one submission. */
  readonly max: number;
  /** Each as a JPEG of at most so many bytes, scaled down where needed; undefined for each as it is, PDFs too. */
  readonly jpegBytes: number | undefined;
}

/** Where attachments are kept, sealed. */
export interface AttachmentStore {
  /**
   * Cleans a file and keeps it for this citizen, durably before it returns; it is gone after a day unless a submission uses it.
   * @throws HubError ATTACHMENT_REFUSED, TOO_MANY_REQUESTS for too many that no submission uses, STORAGE_FULL.
   */
  keep(nik: string, file: Buffer): Promise<Attachment>;
  /** What a submission came with, in the order in which its citizen named them; as JPEGs where a size is given. */
  readOf(submissionId: string, jpegBytes?: number): Promise<readonly (Attachment & { readonly content: Buffer })[]>;
  /** Removes what a submission came with, when the OPD has it. */
  removeOf(submissionId: string): Promise<void>;
  /**
   * Removes what no submission used for a day, what belongs to one that is delivered, or was refused a week ago, and what a
   * crash left behind; how many files went.
   */
  sweep(): Promise<number>;
}
