import pino from 'pino'
import type { LogLevel } from './config.ts'
import type { Log } from './outside.ts'

/**
 * The only facts that reach the log, by name. None of them can hold something about a person; a new one is added here
 * after asking that. Anything else is left out, and only its name is told.
 */
const allowedFacts = [
  'address',
  'area',
  'checkpoint',
  'count',
  'counts',
  'data',
  'database',
  'demo',
  'endpoint',
  'error',
  'file',
  'kind',
  'method',
  'ms',
  'migrations',
  'offerings',
  'page',
  'pid',
  'port',
  'reason',
  'reference',
  'rejected',
  'revision',
  'run',
  'scheme',
  'signal',
  'status',
  'step',
  'taxonomy',
  'today',
  'total',
  'vacancies',
  'version',
] as const

type Facts = Readonly<Record<string, unknown>>

/** Lines of JSON on standard error, so that what a command answers on standard output stays clean. */
export function createLog(level: LogLevel, destination: pino.DestinationStream = pino.destination({ fd: 2, sync: true })): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
  return {
    info: (message, facts = {}) => logger.info(allowed(facts), message),
    warn: (message, facts = {}) => logger.warn(allowed(facts), message),
    error: (message, facts = {}) => logger.error(allowed(facts), message),
  }
}

function allowed(facts: Facts): Facts {
  const entries = Object.entries(facts)
  const kept = entries.filter(([name]) => isAllowed(name))
  const left = entries.map(([name]) => name).filter((name) => !isAllowed(name))
  return Object.fromEntries(left.length === 0 ? kept : [...kept, ['left', left]])
}

const isAllowed = (name: string): boolean => (allowedFacts as readonly string[]).includes(name)
