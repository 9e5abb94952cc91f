import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseConfig, readSecrets } from './config.ts'

test('without any variable it is the embedded database, with the demo, for this machine alone', () => {
  const config = parseConfig({})
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, logLevel: 'info', trustedProxies: [] })
  expect(config.database).toEqual({ kind: 'pglite', folder: join(config.dataFolder, 'database') })
})

test('DATABASE_URL means PostgreSQL, without the demo unless asked for', () => {
  const url = 'postgresql://schakel@db.example.nl/schakel'
  expect(parseConfig({ DATABASE_URL: url })).toMatchObject({ database: { kind: 'postgresql', url }, demo: false })
  expect(parseConfig({ DATABASE_URL: url, SCHAKEL_DEMO: 'on' }).demo).toBe(true)
})

test('lists are read with or without spaces, and an empty variable counts as not set', () => {
  const config = parseConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1', PORT: '' })
  expect(config).toMatchObject({ trustedProxies: ['10.0.0.0/8', '::1'], port: 3000, feedHosts: [] })
  const feedHosts = ['feeds.example.nl', '*.example.org', 'feeds.example.com:8443']
  expect(parseConfig({ SCHAKEL_FEED_HOSTS: feedHosts.join(', ') })).toMatchObject({ feedHosts })
  expect(parseConfig({ CONTACT_EMAIL: ' help@example.nl ' }).contactEmail).toBe('help@example.nl')
})

test('questions: a thread for each core but one, at least one, and a line that can be answered in time', () => {
  const { workers } = parseConfig({}).engines
  expect(workers).toBeGreaterThanOrEqual(1)
  expect(parseConfig({}).engines).toEqual({ workers, waiting: workers * 32, milliseconds: 10_000 })
  const env = { SCHAKEL_ENGINE_WORKERS: '3', SCHAKEL_ENGINE_WAITING: '7', SCHAKEL_ENGINE_SECONDS: '2' }
  expect(parseConfig(env).engines).toEqual({ workers: 3, waiting: 7, milliseconds: 2000 })
  expect(parseConfig({ SCHAKEL_ENGINE_WORKERS: '3' }).engines.waiting).toBe(96)
})

test.each([
  ['PORT', 'http', 'PORT should be a number from 0 to 65535, not "http".'],
  ['PORT', '70000', 'PORT should be a number from 0 to 65535'],
  ['HOST', 'a b', 'HOST should be an address or name'],
  ['PUBLIC_URL', 'schakel.example.nl', 'PUBLIC_URL should be an address without a path'],
  ['TRUSTED_PROXIES', 'proxy', 'TRUSTED_PROXIES should be addresses or ranges'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL should be one of debug, info, warn, error, silent'],
  ['SCHAKEL_DEMO', 'yes', 'SCHAKEL_DEMO should be on or off'],
  ['SCHAKEL_ENGINE_WORKERS', '0', 'SCHAKEL_ENGINE_WORKERS should be a number from 1 to 128, not "0".'],
  ['SCHAKEL_ENGINE_SECONDS', 'soon', 'SCHAKEL_ENGINE_SECONDS should be a number of seconds'],
  ['SCHAKEL_FEED_HOSTS', 'https://feeds.example.nl', 'SCHAKEL_FEED_HOSTS should be hosts with commas'],
  ['SCHAKEL_FEED_HOSTS', '*', 'SCHAKEL_FEED_HOSTS should be hosts with commas'],
  ['SMTP_URL', 'mail.example.nl', 'SMTP_URL should be an address of a mail server'],
  ['SMTP_URL', 'smtp://user:100%@mail.example.nl', 'SMTP_URL should be an address of a mail server'],
  ['MAIL_FROM', 'Schakel', 'MAIL_FROM should be an e-mail address, with or without a name'],
  ['CONTACT_EMAIL', 'the desk', 'CONTACT_EMAIL should be an e-mail address, as help@example.nl'],
])('%s=%s is refused with its name and what it should be', (name, value, message) => {
  expect(() => parseConfig({ [name]: value })).toThrow(message)
})

test.each([
  ['SCHAKEL_SECRETS', 'short-secret'],
  ['SCHAKEL_NEEDS_KEYS', 'short-secret'],
  ['SCHAKEL_AUDIT_KEY', 'short-secret'],
  ['DATABASE_URL', 'mysql://user:short-secret@host/db'],
  ['SMTP_URL', 'smtps://user:short-secret@host/path'],
])('the value of %s is never said back', (name, value) => {
  expect(() => parseConfig({ [name]: value })).toThrow(`${name} should be `)
  expect(() => parseConfig({ [name]: value })).not.toThrow('short-secret')
})

test('every variable that is wrong is named at once', () => {
  expect(() => parseConfig({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT should[\s\S]*LOG_LEVEL should/)
})

test('without secrets one is made, kept for the next start, and readable for this user alone', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'schakel-config-'))
  const [secret = ''] = readSecrets({ secrets: [], dataFolder })
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(readSecrets({ secrets: [], dataFolder })).toEqual([secret])
  expect(statSync(join(dataFolder, 'secret')).mode & 0o777).toBe(0o600)
  rmSync(dataFolder, { recursive: true })
})

test('mail is sent with a server, a sender and an address to lead links to; any of them missing is told', () => {
  const whole = {
    SMTP_URL: 'smtps://user:p%40ss@mail.example.nl:465',
    MAIL_FROM: 'Schakel <post@schakel.example>',
    PUBLIC_URL: 'https://schakel.example',
  }
  expect(parseConfig(whole).mail).toEqual({ smtpUrl: whole.SMTP_URL, from: whole.MAIL_FROM })
  expect(parseConfig({ MAIL_FROM: whole.MAIL_FROM }).mail).toBeUndefined()
  expect(() => parseConfig({ ...whole, MAIL_FROM: '' })).toThrow('With SMTP_URL, MAIL_FROM is needed')
  expect(() => parseConfig({ ...whole, PUBLIC_URL: '' })).toThrow('With SMTP_URL, PUBLIC_URL is needed')
})
