// Loaded into the hub before its own code when the bench watches its memory: says over the channel to the bench how much
// of the heap is in use once everything that can be collected is collected. Needs --expose-gc.
process.on('message', ({ isHeapAsked }) => {
  if (!isHeapAsked) return;
  globalThis.gc();
  process.send({ answer: process.memoryUsage().heapUsed });
});
