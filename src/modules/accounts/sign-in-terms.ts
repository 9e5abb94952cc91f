/**
 * How long things of signing in last, and how often may be asked. Knobs, with their reasons in README.md.
 */
const minuteMs = 60_000
export const dayMs = 86_400_000

/** A mailed link, and a visit to an OpenID provider. */
export const linkMinutes = 15
export const linkMs = linkMinutes * minuteMs
/** A session that nobody uses. */
export const idleDays = 30
/** A session, however much it is used. */
export const longestDays = 180

export const askWindowMs = 15 * minuteMs
/** Asked within the window. */
export const mostAsked = {
  /** One browser. */
  browser: 6,
  /** One network: a school or a public job centre sits behind one address. */
  network: 60,
  /** One network for one e-mail address: links above this are not mailed. */
  emailOfNetwork: 4,
  /** When an e-mail address is asked for this often from everywhere, each network gets `emailOfNetworkWhenBusy`: a flood gets thin, and its owner still gets in. */
  email: 20,
  emailOfNetworkWhenBusy: 1,
} as const
