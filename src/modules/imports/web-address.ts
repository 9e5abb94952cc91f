const longest = 2000

/** Only addresses that a browser may follow: anything else in a link is somebody's script. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longest || !URL.canParse(value)) return undefined
  return /^https?:$/.test(new URL(value).protocol) ? value : undefined
}
