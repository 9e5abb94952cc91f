/** A real SMTP server in this process, for tests: keeps what it took, and refuses or breaks off as told. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface TakenMail {
  readonly from: string
  readonly to: readonly string[]
  /** Headers and body as they came. */
  readonly raw: string
}

/** What the server does at each step; left out: it says yes. */
export interface MailServerManners {
  /** A code at MAIL FROM, and one at RCPT, by address. */
  readonly atSender?: () => { readonly code: number }
  readonly atReceiver?: (address: string) => { readonly code: number } | undefined
  /** After the whole message came: a code; or `breakOff`: the connection ends without an answer, with the message kept. */
  readonly atMessage?: (mail: TakenMail) => { readonly code: number } | 'breakOff' | undefined
  /** Asks for this user and password. */
  readonly user?: { readonly name: string; readonly password: string }
  /** Speaks TLS from the first byte, with a certificate that nobody signed. */
  readonly secure?: boolean
}

export interface MailServerForTests {
  readonly port: number
  readonly url: string
  readonly taken: TakenMail[]
  close(): Promise<void>
}

export async function startMailServer(manners: MailServerManners = {}): Promise<MailServerForTests> {
  const taken: TakenMail[] = []
  const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code })
  const server = new SMTPServer({
    secure: manners.secure ?? false,
    authOptional: manners.user === undefined,
    disabledCommands: manners.secure ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === manners.user?.name && password === manners.user?.password
        ? done(null, { user: username })
        : done(refusal(535)),
    onMailFrom(_address, _session, done) {
      const no = manners.atSender?.()
      done(no ? refusal(no.code) : null)
    },
    onRcptTo({ address }, _session, done) {
      const no = manners.atReceiver?.(address)
      done(no ? refusal(no.code) : null)
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        }
        const answer = manners.atMessage?.(mail)
        if (answer === undefined || answer === 'breakOff') taken.push(mail)
        if (answer === 'breakOff') return connectionOf(session.id)?.close()
        done(answer ? refusal(answer.code) : null)
      })
    },
  })
  const connectionOf = (id: string) =>
    [...(server.connections as unknown as Set<{ session: { id: string }; close(): void }>)].find(
      ({ session }) => session.id === id,
    )
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const login = manners.user ? `${encodeURIComponent(manners.user.name)}:${encodeURIComponent(manners.user.password)}@` : ''
  return {
    port,
    url: `${manners.secure ? 'smtps' : 'smtp'}://${login}127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** One header of a message, unfolded. */
export function headerOf({ raw }: TakenMail, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim()
}
