/** Where the load generator finds the headers of one caller after the other; without it all requests are alike. */
export const HEADERS_FILE = 'BENCH_HEADERS_FILE';
