/**
 * What a field of a form holds, as a record can keep it; '' where it was left out or is a file. Browsers send line ends of their own, no record can hold a
 * NUL, and half a character is none.
 */
export function formText(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed() : ''
}
