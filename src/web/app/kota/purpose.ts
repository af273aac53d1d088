/** Why the board asks; the application of the pages is registered for it. */
export const PURPOSE = 'pengawasan-kota';
