/**
 * What a CV file may cost. A CV is a few pages: whoever sends more is told which limit it passes, and the reading stops there. All
 * reading happens in a thread of its own that is ended at these limits, so no file can hold up or bring down the server.
 */
export const cvFileLimits = {
  fileBytes: 5_000_000,
  pages: 30,
  /** Bytes of text (UTF-8), the same as for pasted text. */
  textBytes: 200_000,
  /** Of a Word file, which is a zip: all its parts together, unpacked. */
  unpackedBytes: 40_000_000,
  zipEntries: 2_000,
  /** Elements of a Europass file, and how deep they may lie in each other. */
  xmlElements: 50_000,
  xmlDepth: 100,
  /** From the start of the reading to its end. */
  milliseconds: 4_500,
  heapMegabytes: 256,
  /** Memory outside the heap of the thread, where unpacked streams are. */
  outsideHeapBytes: 300_000_000,
  /** Files read at the same time, and waiting. */
  atOnce: 2,
  waiting: 20,
} as const
