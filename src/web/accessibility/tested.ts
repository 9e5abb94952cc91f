/**
 * What the tests of this program check of accessibility, and when they last passed. The page about accessibility says this and nothing
 * else, and the tests take their widths and rules from here: so neither can say more than the other does.
 */
export const tested = {
  /** The day on which all of it last passed, for this version of the program. */
  on: '2026-11-25',
  /** The program that looks for faults, as it is installed. */
  axe: '4.14.1',
  /** The criteria it goes by: WCAG 2.2, levels A and AA. */
  rules: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  /** Widths of the window, in CSS pixels. */
  widths: { wide: 1280, small: 390, smallest: 320 },
} as const

/** The statuses of the Dutch statement, and what a status asks. */
export const statusSource = {
  url: 'https://www.digitoegankelijk.nl/toegankelijkheidsverklaring/status',
  seenOn: '2026-11-25',
} as const
