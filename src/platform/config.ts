import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { DatabasePlace } from './database.ts'
import { Invalid } from './errors.ts'
import { type OpenIdProviderSettings, openIdProviders } from './open-id-settings.ts'
import { addressOf, type MailSettings } from './outgoing-mail.ts'

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
  /** Keys that encrypt accommodation needs, 32 bytes each as base64: the first encrypts, all decrypt. Empty: one that is kept in the data folder. */
  readonly needsKeys: readonly string[]
  /** The Ed25519 private key that signs checkpoints of the decision log. Left out: one that is kept in the data folder. */
  readonly auditKey: string | undefined
  /** What this process does: serve people, do all that goes by itself, or both. */
  readonly role: Role
  /** Whether an empty record is filled with the demo world at start. */
  readonly demo: boolean
  /** Threads that answer, how many questions may wait for them, and how long an answer may take from the moment it is asked. */
  readonly engines: { readonly workers: number; readonly waiting: number; readonly milliseconds: number }
  /** How the texts of imported vacancies are read: by what they mean, which takes up to some hundreds of milliseconds a text, or by labels only. */
  readonly reader: 'context' | 'labels'
  /** Hosts that feeds may be fetched from. Empty: none. */
  readonly feedHosts: readonly string[]
  /** Hosts that are asked about credentials: documents of issuers, and status lists. Empty: none. */
  readonly credentialHosts: readonly string[]
  /** A JSON file with issuers that the operator knows, and their keys. */
  readonly credentialIssuers: string | undefined
  /** Where people write about a problem with the site or their data; shown on it. */
  readonly contactEmail: string | undefined
  /** Where mail is handed over, and in whose name. Undefined: none is sent, and what would have been can be looked at on the machine itself. */
  readonly mail: MailSettings | undefined
  /** OpenID Connect providers to sign in with. Empty: by mailed link only. */
  readonly openIdProviders: readonly OpenIdProviderSettings[]
  /** The organisation that runs the site, where its DPIA can be read, and the legal basis it names; shown in the register of algorithms. */
  readonly operator: {
    readonly name: string | undefined
    readonly dpiaUrl: string | undefined
    readonly legalBasis: string | undefined
  }
}

export const roles = ['both', 'server', 'worker'] as const
export type Role = (typeof roles)[number]

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const shortestSecret = 32
const base64Of32Bytes = 44
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
const isMailServer = (text: string) => /^smtps?:\/\/[^/?#]+$/.test(text) && URL.canParse(text) && isDecodable(text)
/** User and password may hold any sign, written as %40. */
function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== ''
  } catch {
    return false
  }
}
const isSender = (text: string) => !/[\r\n]/.test(text) && z.email().max(254).safeParse(addressOf(text)).success
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
  SCHAKEL_NEEDS_KEYS: {
    read: listOf(z.base64().length(base64Of32Bytes)).pipe(z.array(z.string()).min(1)),
    shouldBe: 'keys of 32 bytes as base64 with commas between them, the newest first, each made with: openssl rand -base64 32',
  },
  SCHAKEL_AUDIT_KEY: {
    read: z.base64().min(1),
    shouldBe: 'an Ed25519 private key, made with: openssl genpkey -algorithm ed25519 -outform der | base64 -w0',
  },
  SCHAKEL_ROLE: { read: z.enum(roles), shouldBe: `one of ${roles.join(', ')}` },
  SCHAKEL_DEMO: { read: z.enum(['on', 'off']), shouldBe: 'on or off' },
  SCHAKEL_ENGINE_WORKERS: { read: numberFrom(1, 128), shouldBe: 'a number from 1 to 128' },
  SCHAKEL_ENGINE_WAITING: { read: numberFrom(1, 10_000), shouldBe: 'a number from 1 to 10000' },
  SCHAKEL_ENGINE_SECONDS: { read: numberFrom(1, 300), shouldBe: 'a number of seconds from 1 to 300' },
  SCHAKEL_READER: { read: z.enum(['context', 'labels']), shouldBe: 'context or labels' },
  SCHAKEL_FEED_HOSTS: {
    read: listOf(feedHost),
    shouldBe: 'hosts with commas between them, as feeds.example.nl,*.example.org,feeds.example.com:8443',
  },
  SCHAKEL_CREDENTIAL_HOSTS: {
    read: listOf(feedHost),
    shouldBe: 'hosts with commas between them, as badges.example.nl,*.example.org',
  },
  SCHAKEL_CREDENTIAL_ISSUERS: { read: z.string().min(1), shouldBe: 'the path of a JSON file with issuers and their keys' },
  SCHAKEL_OIDC: {
    read: openIdProviders,
    shouldBe:
      'a list as JSON, as [{"id":"example","label":"Example","issuer":"https://login.example.nl","clientId":"...","clientSecret":"..."}], each id once and each issuer over https',
  },
  SCHAKEL_OPERATOR: {
    read: z.string().max(200),
    shouldBe: 'the name of the organisation that runs the site, in at most 200 letters',
  },
  SCHAKEL_DPIA_URL: { read: z.url({ protocol: /^https?$/ }).max(500), shouldBe: 'an address, as https://example.nl/dpia' },
  SCHAKEL_LEGAL_BASIS: {
    read: z.string().max(300),
    shouldBe: 'a legal basis, as "consent (GDPR article 6(1)(a))", in at most 300 letters',
  },
  SMTP_URL: {
    read: z.string().refine(isMailServer),
    shouldBe: 'an address of a mail server, as smtps://user:password@mail.example.nl:465 (or smtp:// with STARTTLS, port 587)',
  },
  MAIL_FROM: {
    read: z.string().max(300).refine(isSender),
    shouldBe: 'an e-mail address, with or without a name, as Schakel <post@schakel.example>',
  },
  CONTACT_EMAIL: { read: z.email().max(254), shouldBe: 'an e-mail address, as help@example.nl' },
} as const

type VariableName = keyof typeof variables

/** Every variable there is; the guide for hosts names them all. */
export const variableNames = Object.keys(variables) as readonly VariableName[]

/** Their values can hold a password: never said back. */
const hidden: readonly VariableName[] = [
  'DATABASE_URL',
  'SMTP_URL',
  'SCHAKEL_SECRETS',
  'SCHAKEL_NEEDS_KEYS',
  'SCHAKEL_AUDIT_KEY',
  'SCHAKEL_OIDC',
]

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
    needsKeys: read('SCHAKEL_NEEDS_KEYS') ?? [],
    auditKey: read('SCHAKEL_AUDIT_KEY'),
    role: read('SCHAKEL_ROLE') ?? 'both',
    demo: demo === undefined ? url === undefined : demo === 'on',
    engines: {
      workers,
      waiting: read('SCHAKEL_ENGINE_WAITING') ?? workers * waitingPerWorker,
      milliseconds: (read('SCHAKEL_ENGINE_SECONDS') ?? presetSeconds) * 1000,
    },
    reader: read('SCHAKEL_READER') ?? 'context',
    feedHosts: read('SCHAKEL_FEED_HOSTS') ?? [],
    credentialHosts: read('SCHAKEL_CREDENTIAL_HOSTS') ?? [],
    credentialIssuers: read('SCHAKEL_CREDENTIAL_ISSUERS'),
    contactEmail: read('CONTACT_EMAIL'),
    mail: undefined,
    openIdProviders: read('SCHAKEL_OIDC') ?? [],
    operator: {
      name: read('SCHAKEL_OPERATOR'),
      dpiaUrl: read('SCHAKEL_DPIA_URL'),
      legalBasis: read('SCHAKEL_LEGAL_BASIS'),
    },
  }
  const mail = mailOf(read('SMTP_URL'), read('MAIL_FROM'), config.publicUrl, problems)
  if (problems.length > 0) throw new Invalid('configuration', problems.map(({ message }) => message).join('\n'), problems)
  return { ...config, mail }
}

/** Links in mail lead to the site, so its address must be known; and a mail comes from somebody. */
function mailOf(
  smtpUrl: string | undefined,
  from: string | undefined,
  publicUrl: string | undefined,
  problems: { where: string; message: string }[],
): MailSettings | undefined {
  if (smtpUrl === undefined) return undefined
  const isWhole = problems.length === 0
  if (isWhole && from === undefined)
    problems.push({
      where: 'MAIL_FROM',
      message: 'With SMTP_URL, MAIL_FROM is needed: who mail comes from, as post@schakel.example.',
    })
  if (isWhole && publicUrl === undefined)
    problems.push({
      where: 'PUBLIC_URL',
      message: 'With SMTP_URL, PUBLIC_URL is needed: links in mail lead there, as https://schakel.example.nl.',
    })
  return from === undefined ? undefined : { smtpUrl, from }
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
