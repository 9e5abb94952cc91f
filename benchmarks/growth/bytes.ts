/** The bytes of all arrays of numbers in plain data. */
export function bytesIn(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0
  if (ArrayBuffer.isView(data)) return data.byteLength
  // A list of plain rows, of which there are many, holds none: its first row tells.
  if (Array.isArray(data) && bytesIn(data[0]) === 0) return 0
  return Object.values(data).reduce((sum: number, one) => sum + bytesIn(one), 0)
}
