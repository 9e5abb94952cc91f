import { existsSync } from 'node:fs'

/** Debian's, the one without a window first: it starts and draws sooner. */
const debians = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** Where Chromium is: as SCHAKEL_CHROMIUM says, or Debian's; undefined where a machine has none. */
export function findChromium(): string | undefined {
  return process.env.SCHAKEL_CHROMIUM || debians.find((path) => existsSync(path))
}
