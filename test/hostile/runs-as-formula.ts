/** As spreadsheets read a cell: a sign that begins a formula, or white space that they pass over before one; a number is only a number. */
export function runsAsFormula(cell: string): boolean {
  return /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell)
}
