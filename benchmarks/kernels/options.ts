/** The value behind `--name`; the one given here without it. */
export function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? undefined : process.argv[at + 1]
  return value === undefined || value.startsWith('--') ? otherwise : value
}

export function flag(name: string): boolean {
  return process.argv.includes(`--${name}`)
}

/** The smallest value that at least this share is not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0
}
