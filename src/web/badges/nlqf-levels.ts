/** Levels of the Dutch qualifications framework (NLQF), from low to high. */
export const nlqfLevels = ['1', '2', '3', '4', '4+', '5', '6', '7', '8'] as const
