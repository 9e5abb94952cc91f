/** Parts of which the patterns of checks are made. All repetitions are bounded, so that every pattern is linear in the text. */

/** No letter or digit before. */
export const begin = String.raw`(?<![\p{L}\p{N}])`
/** No letter or digit behind. */
export const end = String.raw`(?![\p{L}\p{N}])`
/** A hyphen, also as Markdown writes it, or a space, or nothing. */
export const hyphen = String.raw`(?:[ ]?\\?[-–‑][ ]?|[ ])?`
/** Spaces; a line that was wrapped. */
export const space = String.raw`(?:[ \t\u00a0]{1,3}|[ ]?\n[ ]?)`

/** One of the alternatives, as a group that is not kept. */
export const oneOf = (...alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`

/** A number up to ten in figures or words. */
export const smallNumber = String.raw`(?:\d{1,2}(?:[.,]5)?|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|one|two|three|four|five|six|seven|eight|nine|ten)`
