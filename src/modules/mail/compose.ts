import type { Language } from '../skills/index.ts'
import type { MailText } from './templates/define-template.ts'

/** A message as text and as HTML, which say the same. */
export interface ComposedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface Surroundings {
  readonly language: Language
  /** Address of the site, without a slash at its end: all links lead there. */
  readonly publicUrl: string
  /** Only in what can be unsubscribed from. */
  readonly unsubscribePath?: string | undefined
}

const words = {
  nl: {
    sender: 'Deze mail komt van Schakel',
    noReply: 'Antwoorden op deze mail kan niet.',
    unsubscribe: 'Ik wil dit soort mail niet meer',
    buttonFails: 'Werkt de knop niet? Dit is het adres:',
  },
  en: {
    sender: 'This mail comes from Schakel',
    noReply: 'You cannot reply to this mail.',
    unsubscribe: 'I do not want mail like this any more',
    buttonFails: 'Does the button not work? This is the address:',
  },
} as const

/** Dresses what a template says. No pictures, nothing that tells that it was opened, and no link but to this site. */
export function composeMail(said: MailText, around: Surroundings): ComposedMail {
  return { subject: said.subject, text: asText(said, around), html: asHtml(said, around) }
}

function asText(said: MailText, { language, publicUrl, unsubscribePath }: Surroundings): string {
  const word = words[language]
  const parts = [
    ...said.paragraphs,
    ...(said.button ? [`${said.button.text}:\n${publicUrl}${said.button.path}`] : []),
    ...(said.after ?? []),
    '-- ',
    `${said.why}\n${word.sender}: ${publicUrl}\n${word.noReply}`,
    ...(unsubscribePath === undefined ? [] : [`${word.unsubscribe}:\n${publicUrl}${unsubscribePath}`]),
  ]
  return `${parts.join('\n\n').replace('-- \n\n', '-- \n')}\n`
}

/** The light colours of the site (`web/styles/tokens.css`): a mail program that turns a mail dark does so by itself. */
const ink = '#13202a'
const soft = '#45545f'
const brand = '#86134f'
const font = 'font-family:Verdana,Arial,sans-serif'

function asHtml(said: MailText, { language, publicUrl, unsubscribePath }: Surroundings): string {
  const word = words[language]
  const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`
  const link = (path: string, text: string, style: string): string =>
    `<a href="${escapeHtml(publicUrl + path)}" style="${style}">${escapeHtml(text)}</a>`
  const small = 'margin:0 0 8px;font-size:14px;line-height:1.5'
  const button = said.button && [
    `<p style="margin:24px 0">${link(said.button.path, said.button.text, buttonStyle)}</p>`,
    `<p style="${small};color:${soft}">${escapeHtml(word.buttonFails)}<br>${link(said.button.path, publicUrl + said.button.path, `color:${brand};word-break:break-all`)}</p>`,
  ]
  const unsubscribe =
    unsubscribePath !== undefined && `<p style="${small}">${link(unsubscribePath, word.unsubscribe, `color:${brand}`)}</p>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(said.subject)}</title>
</head>
<body style="margin:0;padding:0">
<div lang="${language}" style="max-width:560px;margin:0 auto;padding:32px 20px;${font};font-size:16px;line-height:1.6;color:${ink};background:#ffffff">
<p style="margin:0 0 24px;font-weight:bold;color:${brand}">Schakel</p>
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3">${escapeHtml(said.subject)}</h1>
${[...said.paragraphs.map(paragraph), ...(button ?? []), ...(said.after ?? []).map((text, at) => (at === 0 ? `<p style="margin:24px 0 16px">${escapeHtml(text)}</p>` : paragraph(text)))].join('\n')}
<div style="margin-top:32px;padding-top:16px;border-top:1px solid #c6d1d4;color:${soft}">
<p style="${small}">${escapeHtml(said.why)}</p>
<p style="${small}">${escapeHtml(word.sender)}: ${link('', publicUrl.replace(/^https?:\/\//, ''), `color:${brand}`)}. ${escapeHtml(word.noReply)}</p>
${unsubscribe || ''}
</div>
</div>
</body>
</html>
`
}

const buttonStyle = `display:inline-block;padding:14px 24px;background:${brand};color:#ffffff;font-weight:bold;text-decoration:none;border-radius:6px`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
