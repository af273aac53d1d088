// How Node runs the hub, in one place for start.mjs and the bench. The young generation is larger than Node's default:
// a request's objects die with it, and with 64 MB most are gone before they are ever copied (about a tenth of the CPU).
export const nodeFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'];
