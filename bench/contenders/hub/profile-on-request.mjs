// Loaded into the hub before its own code when the bench wants a CPU profile: starts and stops the profiler when asked
// over the channel to the bench.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

const session = new Session();

process.on('message', async ({ profile, file }) => {
  if (profile === 'start') {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
    process.send({ answer: null });
  }
  if (profile === 'stop') {
    const result = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(file, JSON.stringify(result.profile));
    process.send({ answer: null });
  }
});
