import type { RequestListener } from 'node:http';
import { CONTROL_PATH } from '../control-route.ts';
import { answerJson } from '../legacy-system.ts';
import { readBody, sendAnswer } from '../serve-http.ts';

/**
 * Takes the order to rotate the keys where the simulated systems take theirs, and passes everything else on. It wants
 * JSON by name, which a page of another origin cannot send unasked.
 */
export function serveRotation(rotate: (drop: boolean) => Promise<void>, next: RequestListener): RequestListener {
  return (request, response) => {
    if (request.url !== CONTROL_PATH) return next(request, response);
    const obey = async () => {
      const order = isJson(request.headers['content-type']) ? parseOrder(await readBody(request)) : undefined;
      if (order === undefined)
        return answerJson({ error: 'POST {"rotateKeys": true} as JSON, with "drop" or without' }, 400);
      await rotate(order.drop === true);
      return answerJson({ rotated: true });
    };
    obey()
      .then((answer) => sendAnswer(response, answer))
      .catch(() => response.destroy());
  };
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim() === 'application/json';
}

function parseOrder(body: string): { readonly drop?: unknown } | undefined {
  try {
    const order = JSON.parse(body) as { readonly rotateKeys?: unknown; readonly drop?: unknown } | null;
    return order?.rotateKeys === true ? order : undefined;
  } catch {
    return undefined;
  }
}
