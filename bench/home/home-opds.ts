/** The OPDs that Home asks, whose systems are recorded; the others' are not. */
export const homeOpds = ['disdukcapil', 'dpmptsp', 'bpprd', 'diskominfo'] as const;
