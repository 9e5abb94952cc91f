/** Whether a concept is among those kept apart to measure with. By its key alone, so that it is the same in each training. */
export function isHeldOut(key: string, share: number): boolean {
  if (share === 0) return false
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  // The low bits of this hash follow the last letters: mixed once more.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296 < share
}
