import { afterEach, describe, expect, test } from 'vitest'
import { headerOf, type MailServerForTests, type MailServerManners, startMailServer } from '../../test/mail-server.ts'
import { createMailTransport } from './mail-transport.ts'
import type { MailOutcome, OutgoingMail } from './outgoing-mail.ts'

const mail: OutgoingMail = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  to: 'kim@example.nl',
  subject: 'Één vraag over je kennismaking',
  text: 'Hoi Kim,\n\nDit is de tekst.\n',
  html: '<!doctype html><html lang="nl"><body><p>Dit is de <b>tekst</b>.</p></body></html>',
  language: 'nl',
  date: Date.UTC(2026, 10, 29, 12),
}

let server: MailServerForTests | undefined
afterEach(() => server?.close())

async function sendTo(manners: MailServerManners, sent: OutgoingMail = mail, from = 'Schakel <post@schakel.example>') {
  server = await startMailServer(manners)
  return createMailTransport({ smtpUrl: server.url, from }).send(sent)
}

test('text and HTML say the same in one message; headers say from whom, in which language, and which message it is', async () => {
  expect(await sendTo({})).toEqual({ kind: 'sent' })
  const [taken] = server?.taken ?? []
  if (!taken) throw new Error('nothing came')
  expect(taken).toMatchObject({ from: 'post@schakel.example', to: ['kim@example.nl'] })
  const header = (name: string) => headerOf(taken, name)
  expect(header('from')).toBe('Schakel <post@schakel.example>')
  expect(header('to')).toBe('kim@example.nl')
  expect(header('message-id')).toBe(`<${mail.id}@schakel.example>`)
  expect(header('date')).toBe('Sun, 29 Nov 2026 12:00:00 +0000')
  expect(header('content-language')).toBe('nl')
  expect(header('auto-submitted')).toBe('auto-generated')
  expect(header('content-type')).toMatch(/^multipart\/alternative/)
  expect(taken.raw).toContain('Content-Type: text/plain; charset=utf-8')
  expect(taken.raw).toContain('Content-Type: text/html; charset=utf-8')
  expect(header('list-unsubscribe')).toBeUndefined()
})

test('what can be unsubscribed from says where, with one click', async () => {
  const unsubscribeUrl = `https://schakel.example/nl/afmelden?t=unsubscribe:news:${'a'.repeat(60)}.${'b'.repeat(43)}`
  await sendTo({}, { ...mail, unsubscribeUrl })
  const [taken] = server?.taken ?? []
  if (!taken) throw new Error('nothing came')
  expect(headerOf(taken, 'list-unsubscribe')).toBe(`<${unsubscribeUrl}>`)
  expect(headerOf(taken, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
})

test('an address that looks like a list goes to nobody else', async () => {
  expect(await sendTo({}, { ...mail, to: 'kim@example.nl, sam@example.nl' })).toMatchObject({ kind: 'refused' })
  expect(server?.taken ?? []).toEqual([])
})

test('a subject or address with a line break adds no header', async () => {
  await sendTo({}, { ...mail, subject: 'Hoi\r\nBcc: sam@example.nl' })
  const [taken] = server?.taken ?? []
  expect(taken?.to).toEqual(['kim@example.nl'])
  expect(taken && headerOf(taken, 'bcc')).toBeUndefined()
})

describe('what a refusal means', () => {
  const refusals: readonly [string, MailServerManners, Partial<MailOutcome>][] = [
    ['our sender refused: for the operator to mend', { atSender: () => ({ code: 550 }) }, { kind: 'refused', forGood: false }],
    [
      'a receiver refused for now',
      { atReceiver: () => ({ code: 451 }) },
      { kind: 'refused', forGood: false, reason: 'EENVELOPE 451' },
    ],
    [
      'a receiver refused for good',
      { atReceiver: () => ({ code: 550 }) },
      { kind: 'refused', forGood: true, reason: 'EENVELOPE 550' },
    ],
    [
      'a message refused for now',
      { atMessage: () => ({ code: 452 }) },
      { kind: 'refused', forGood: false, reason: 'EMESSAGE 452' },
    ],
    [
      'a message refused for good',
      { atMessage: () => ({ code: 554 }) },
      { kind: 'refused', forGood: true, reason: 'EMESSAGE 554' },
    ],
    ['a connection that broke after the message', { atMessage: () => 'breakOff' }, { kind: 'unknown' }],
  ]
  test.each(refusals)('%s', async (_what, manners, outcome) => {
    expect(await sendTo(manners)).toMatchObject(outcome)
  })

  test('a wrong password is for the operator to mend, not the end of a mail', async () => {
    server = await startMailServer({ user: { name: 'post', password: 'right' } })
    const smtpUrl = `smtp://post:wrong@127.0.0.1:${server.port}`
    const outcome = await createMailTransport({ smtpUrl, from: 'post@schakel.example' }).send(mail)
    expect(outcome).toEqual({ kind: 'refused', forGood: false, reason: 'EAUTH 535' })
  })

  test('user and password are taken from the address, with signs written as %40', async () => {
    expect(await sendTo({ user: { name: 'post@schakel.example', password: 'p@ss/word' } })).toEqual({ kind: 'sent' })
  })

  test('no server there', async () => {
    server = await startMailServer()
    await server.close()
    const outcome = await createMailTransport({ smtpUrl: server.url, from: 'post@schakel.example' }).send(mail)
    server = undefined
    expect(outcome).toMatchObject({ kind: 'refused', forGood: false })
  })
})

describe('encryption', () => {
  test('a certificate that nobody signed is refused, and nothing is handed over', async () => {
    expect(await sendTo({ secure: true })).toMatchObject({ kind: 'refused', forGood: false })
    expect(server?.taken).toEqual([])
  })

  test('a server elsewhere that offers no encryption gets nothing', async () => {
    server = await startMailServer()
    // A name of this machine that is not one of the loopback names: as a server elsewhere is treated.
    const smtpUrl = `smtp://127.0.0.2:${server.port}`
    const elsewhere = createMailTransport({ smtpUrl: smtpUrl.replace('127.0.0.2', 'localhost.'), from: 'post@schakel.example' })
    expect(await elsewhere.send(mail)).toMatchObject({ kind: 'refused', forGood: false })
    expect(server.taken).toEqual([])
  })
})
