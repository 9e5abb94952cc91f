/**
 * A cell for a CSV that people open in a spreadsheet. Text that a spreadsheet would run as a formula gets an apostrophe before it, and text
 * that begins with apostrophes before such a sign gets one more, so that `fromCsvCell` gives exactly the text back.
 * Source: OWASP, CSV Injection. Quotes and separators are the writer's work.
 */
export function csvCell(text: string): string {
  return runs(text) ? `'${text}` : text
}

/** The text of a cell that `csvCell` wrote; other cells are left as they are. */
export function fromCsvCell(cell: string): string {
  return cell.startsWith("'") && runs(cell.slice(1)) ? cell.slice(1) : cell
}

/** A leading sign that begins a formula, also behind white space or our own apostrophes. A plain number is no formula. */
function runs(text: string): boolean {
  if (/^[+-]?\d+([.,]\d+)?$/.test(text)) return false
  return /^'*[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) || /^'*[\t\r\n]/.test(text)
}
