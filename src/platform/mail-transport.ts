import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import {
  addressOf,
  longestTryMs,
  type MailOutcome,
  type MailSettings,
  type MailTransport,
  type OutgoingMail,
} from './outgoing-mail.ts'

const setUpMs = 20_000
const silenceMs = 60_000
const localHosts = ['localhost', '127.0.0.1', '[::1]']

/**
 * Hands messages to a mail server. The connection is encrypted and the certificate of the server checked; only a server on this machine is spoken to
 * without. One connection a message: what became of one says nothing about another.
 */
export function createMailTransport({ smtpUrl, from }: MailSettings): MailTransport {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const isLocal = localHosts.includes(url.hostname)
  const address = addressOf(from)
  return {
    async send(mail) {
      const message = await new MailComposer(composed(mail, from, address)).compile().build()
      const connection = new SMTPConnection({
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: Number(url.port) || (secure ? 465 : 587),
        secure,
        requireTLS: !secure && !isLocal,
        ignoreTLS: !secure && isLocal,
        connectionTimeout: setUpMs,
        greetingTimeout: setUpMs,
        socketTimeout: silenceMs,
      })
      const auth = url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined
      return handOver(connection, auth, { from: address, to: [mail.to], size: message.length }, message)
    },
  }
}

function composed(mail: OutgoingMail, from: string, address: string) {
  return {
    from,
    // As an object: a list in one text would be taken apart, and more people would get it.
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: new Date(mail.date),
    messageId: `<${mail.id}@${address.slice(address.lastIndexOf('@') + 1)}>`,
    headers: {
      'Content-Language': mail.language,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(mail.unsubscribeUrl === undefined
        ? {}
        : {
            'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribeUrl}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
  }
}

interface SmtpError extends Error {
  readonly code?: string | undefined
  readonly responseCode?: number | undefined
  readonly command?: string | undefined
}

function handOver(
  connection: SMTPConnection,
  auth: { readonly user: string; readonly pass: string } | undefined,
  envelope: { readonly from: string; readonly to: string[]; readonly size: number },
  message: Buffer,
): Promise<MailOutcome> {
  return new Promise((resolve) => {
    let isHandedOver = false
    const end = (outcome: MailOutcome): void => {
      clearTimeout(deadline)
      // First: closing tells `end`, and only the first word counts.
      resolve(outcome)
      connection.close()
    }
    const fail = (error: SmtpError): void => end(outcomeOf(error, isHandedOver))
    const deadline = setTimeout(() => fail(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), longestTryMs)
    // Read only once the server said that it takes a message: from then on it may have it.
    const content = new Readable({
      read() {
        isHandedOver = true
        this.push(message)
        this.push(null)
      },
    })
    const send = (): void => connection.send(envelope, content, (error) => (error ? fail(error) : end({ kind: 'sent' })))
    connection.on('error', fail)
    // The server closed without a word: no error is told of it.
    connection.on('end', () => fail(Object.assign(new Error('closed'), { code: 'ECLOSED' })))
    connection.connect((error) => {
      if (error) return fail(error)
      if (!auth) return send()
      connection.login({ credentials: auth }, (refused) => (refused ? fail(refused) : send()))
    })
  })
}

/**
 * Only a refusal of the receiver or the message, with a code that says so, is for good. Whatever is wrong with the connection, the password or the
 * sender is mended by the operator, and the mail should still be there then.
 */
function outcomeOf({ code = 'ERROR', responseCode, command = '' }: SmtpError, isHandedOver: boolean): MailOutcome {
  const reason = responseCode ? `${code} ${responseCode}` : code
  if (isHandedOver && !responseCode) return { kind: 'unknown', reason }
  const isAboutMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM'
  const isForGood = isAboutMail && (responseCode === undefined || responseCode >= 500)
  return { kind: 'refused', forGood: isForGood, reason }
}
