/** As many steps of an admission as the form has lines. */
export const stepLines = 6
