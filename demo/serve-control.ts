import type { CallControl } from './control.ts';
import { answerControlCall, CONTROL_PATH } from './control-route.ts';
import type { LivingRecords } from './living-records.ts';
import { answerRecordsCall, RECORDS_PATH } from './records-route.ts';
import { readBody, sendAnswer, serveHttp } from './serve-http.ts';

/** Serves the switchboard of a system that speaks no HTTP itself, at an address of its own. */
export async function serveControl(
  system: { readonly name: string; readonly records?: LivingRecords },
  control: CallControl,
  port: number,
  host: string,
): Promise<{ readonly controlUrl: string; stop(): Promise<void> }> {
  const { url, stop } = await serveHttp(
    async (request, response) => {
      const body = await readBody(request);
      if (request.url === CONTROL_PATH) sendAnswer(response, answerControlCall(system, control, request.method, body));
      else if (request.url === RECORDS_PATH)
        sendAnswer(response, await answerRecordsCall(system, request.method, body));
      else sendAnswer(response, { status: 404, headers: {}, body: '' });
    },
    port,
    host,
  );
  return { controlUrl: url + CONTROL_PATH, stop };
}
