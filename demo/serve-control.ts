import type { CallControl } from './control.ts';
import { answerControlCall, CONTROL_PATH } from './control-route.ts';
import { readBody, sendAnswer, serveHttp } from './serve-http.ts';

/** Serves the switchboard of a system that speaks no HTTP itself, at an address of its own. */
export async function serveControl(
  name: string,
  control: CallControl,
  port: number,
  host: string,
): Promise<{ readonly controlUrl: string; stop(): Promise<void> }> {
  const { url, stop } = await serveHttp(
    async (request, response) => {
      const answer = answerControlCall({ name }, control, request.method, await readBody(request));
      sendAnswer(response, request.url === CONTROL_PATH ? answer : { status: 404, headers: {}, body: '' });
    },
    port,
    host,
  );
  return { controlUrl: url + CONTROL_PATH, stop };
}
