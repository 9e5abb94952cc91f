import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { DatabasePlace } from './database.ts'
import { Invalid } from './errors.ts'

/** All that can be set from outside, parsed once at start. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly database: DatabasePlace
  /** Holds the embedded database, the lock, the socket and the secret; only this user may look in it. */
  readonly dataFolder: string
  readonly publicUrl: string | undefined
  readonly trustedProxies: readonly string[]
  readonly logLevel: LogLevel
  /** The first signs, all verify. Empty: a random one that is kept in the data folder. */
  readonly secrets: readonly string[]
  /** Whether an empty record is filled with the demo world at start. */
  readonly demo: boolean
  /** Threads that answer, how many questions may wait for them, and how long an answer may take from the moment it is asked. */
  readonly engines: { readonly workers: number; readonly waiting: number; readonly milliseconds: number }
  /** How the texts of imported vacancies are read: by what they mean, which takes up to some hundreds of milliseconds a text, or by labels only. */
  readonly reader: 'context' | 'labels'
  /** Hosts that feeds may be fetched from. Empty: none. */
  readonly feedHosts: readonly string[]
  /** Where people write about a problem with the site or their data; shown on it. */
  readonly contactEmail: string | undefined
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const shortestSecret = 32
/** At 150 ms an answer, so many are out within 5 of the 10 seconds below: who may wait is answered in time. */
const waitingPerWorker = 32
const presetSeconds = 10
const repository = join(import.meta.dirname, '../..')

const listOf = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item))

const numberFrom = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))
const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])
/** `feeds.example.nl`, `*.example.nl`, either with a port. */
const feedHost = z
  .string()
  .regex(
    /^(?:\*\.)?(?=[^:]{1,253}(?::|$))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::[1-9]\d{0,4})?$/i,
  )
const isWebAddress = (text: string) => /^https?:\/\/[^/]+$/.test(text) && URL.canParse(text)
const isPostgresAddress = (text: string) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)

/** Each variable: how it is read, and what it should be, as the message of a refusal says it. */
const variables = {
  PORT: { read: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)), shouldBe: 'a number from 0 to 65535' },
  HOST: { read: z.union([z.ipv4(), z.ipv6(), z.hostname()]), shouldBe: 'an address or name to listen on, as 127.0.0.1' },
  DATABASE_URL: {
    read: z.string().refine(isPostgresAddress),
    shouldBe: 'an address of PostgreSQL, as postgresql://user:password@host:5432/schakel',
  },
  SCHAKEL_DATA: { read: z.string().min(1), shouldBe: 'a folder that this user may write to' },
  PUBLIC_URL: { read: z.string().refine(isWebAddress), shouldBe: 'an address without a path, as https://schakel.example.nl' },
  TRUSTED_PROXIES: { read: listOf(address), shouldBe: 'addresses or ranges with commas between them, as 10.0.0.0/8,::1' },
  LOG_LEVEL: { read: z.enum(logLevels), shouldBe: `one of ${logLevels.join(', ')}` },
  SCHAKEL_SECRETS: {
    read: listOf(z.string().min(shortestSecret)).pipe(z.array(z.string()).min(1)),
    shouldBe: `secrets of at least ${shortestSecret} characters with commas between them, the newest first`,
  },
  SCHAKEL_DEMO: { read: z.enum(['on', 'off']), shouldBe: 'on or off' },
  SCHAKEL_ENGINE_WORKERS: { read: numberFrom(1, 128), shouldBe: 'a number from 1 to 128' },
  SCHAKEL_ENGINE_WAITING: { read: numberFrom(1, 10_000), shouldBe: 'a number from 1 to 10000' },
  SCHAKEL_ENGINE_SECONDS: { read: numberFrom(1, 300), shouldBe: 'a number of seconds from 1 to 300' },
  SCHAKEL_READER: { read: z.enum(['context', 'labels']), shouldBe: 'context or labels' },
  SCHAKEL_FEED_HOSTS: {
    read: listOf(feedHost),
    shouldBe: 'hosts with commas between them, as feeds.example.nl,*.example.org,feeds.example.com:8443',
  },
  CONTACT_EMAIL: { read: z.email().max(254), shouldBe: 'an e-mail address, as help@example.nl' },
} as const

type VariableName = keyof typeof variables

/** Every variable there is; the guide for hosts names them all. */
export const variableNames = Object.keys(variables) as readonly VariableName[]

/** Their values can hold a password: never said back. */
const hidden: readonly VariableName[] = ['DATABASE_URL', 'SCHAKEL_SECRETS']

/**
 * Reads the configuration. An empty variable counts as not set.
 * @throws Invalid with every variable that cannot be used, and what it should be.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: { where: string; message: string }[] = []
  function read<N extends VariableName>(name: N): z.output<(typeof variables)[N]['read']> | undefined {
    const text = env[name]?.trim()
    if (!text) return undefined
    const parsed = variables[name].read.safeParse(text)
    if (!parsed.success) problems.push({ where: name, message: refusal(name, text) })
    return parsed.data as z.output<(typeof variables)[N]['read']> | undefined
  }
  const dataFolder = resolve(repository, read('SCHAKEL_DATA') ?? '.data')
  const url = read('DATABASE_URL')
  const demo = read('SCHAKEL_DEMO')
  const workers = read('SCHAKEL_ENGINE_WORKERS') ?? Math.max(1, availableParallelism() - 1)
  const config: Config = {
    port: read('PORT') ?? 3000,
    host: read('HOST') ?? '127.0.0.1',
    database: url ? { kind: 'postgresql', url } : { kind: 'pglite', folder: join(dataFolder, 'database') },
    dataFolder,
    publicUrl: read('PUBLIC_URL'),
    trustedProxies: read('TRUSTED_PROXIES') ?? [],
    logLevel: read('LOG_LEVEL') ?? 'info',
    secrets: read('SCHAKEL_SECRETS') ?? [],
    demo: demo === undefined ? url === undefined : demo === 'on',
    engines: {
      workers,
      waiting: read('SCHAKEL_ENGINE_WAITING') ?? workers * waitingPerWorker,
      milliseconds: (read('SCHAKEL_ENGINE_SECONDS') ?? presetSeconds) * 1000,
    },
    reader: read('SCHAKEL_READER') ?? 'context',
    feedHosts: read('SCHAKEL_FEED_HOSTS') ?? [],
    contactEmail: read('CONTACT_EMAIL'),
  }
  if (problems.length > 0) throw new Invalid('configuration', problems.map(({ message }) => message).join('\n'), problems)
  return config
}

function refusal(name: VariableName, text: string): string {
  const found = hidden.includes(name) ? '' : `, not "${text}"`
  return `${name} should be ${variables[name].shouldBe}${found}.`
}

/** The secrets to sign with: those of the configuration, or one made once and kept where only this user can read it. */
export function readSecrets(config: Pick<Config, 'secrets' | 'dataFolder'>): readonly string[] {
  if (config.secrets.length > 0) return config.secrets
  const file = join(config.dataFolder, 'secret')
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  try {
    // Fails when it exists, so two processes that start together end up with the same one.
    writeFileSync(file, randomBytes(shortestSecret).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return [readFileSync(file, 'utf8')]
}
