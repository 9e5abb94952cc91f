import { todayInAmsterdam } from '../../platform/index.ts'

const hourMs = 3_600_000
const minuteMs = 60_000

/** Once a night, from this hour in Amsterdam on: the day. A night in which no process ran is made up for by the first that does. */
export function nightly(hour: number): (now: number) => string {
  return (now) => todayInAmsterdam(now - hour * hourMs)
}

/** Once in so many minutes, counted from 1970: when that began, `2026-11-30T07:05Z`. */
export function everyMinutes(minutes: number): (now: number) => string {
  return (now) => `${beganAt(now, minutes * minuteMs).slice(0, 'YYYY-MM-DDThh:mm'.length)}Z`
}

/** Once in so many seconds: when that began, `2026-11-30T07:05:10Z`. */
export function everySeconds(seconds: number): (now: number) => string {
  return (now) => `${beganAt(now, seconds * 1000).slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`
}

const beganAt = (now: number, lengthMs: number): string => new Date(Math.floor(now / lengthMs) * lengthMs).toISOString()
