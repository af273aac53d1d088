/** What became of a file that was sent. */
export type Uploaded = { readonly id: string } | { readonly refusal: string };

export interface UploadOptions {
  readonly to: '/attachments' | '/levy-photos';
  readonly headers: Readonly<Record<string, string>>;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** What is said where the hub was not reached. */
  readonly unreached: string;
}

/** Sends a file as it is; XMLHttpRequest alone tells how far it is, which counts on a slow network. Never rejects. */
export function uploadFile(file: File, { to, headers, onProgress, unreached }: UploadOptions): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', to);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readAnswer(request.responseText, unreached));
    request.onerror = () => resolve({ refusal: unreached });
    request.send(file);
  });
}

function readAnswer(text: string, unreached: string): Uploaded {
  try {
    const answer = JSON.parse(text) as { id?: string; errors?: { message: string; extensions?: { pesan?: string } }[] };
    if (answer.id) return { id: answer.id };
    const [error] = answer.errors ?? [];
    return { refusal: error?.extensions?.pesan ?? error?.message ?? unreached };
  } catch {
    return { refusal: unreached };
  }
}
