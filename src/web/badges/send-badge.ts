import type { BadgeForm } from '../../modules/credentials/index.ts'

const types: Readonly<Record<BadgeForm, string>> = {
  json: 'application/vc+ld+json; charset=utf-8',
  jwt: 'application/vc+jwt',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
}

/** Other sites may fetch what is public anyway; nothing of a picture runs. */
const open = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': "default-src 'none'; sandbox",
  // Who has the address may see it; nobody should find it by a search for somebody.
  'x-robots-tag': 'noindex',
}

/** A badge as an answer. @param file the badge that a file is named after; left out: it is the document at its own address */
export function sendBadge(body: string | Uint8Array, form: BadgeForm, file: string | undefined): Response {
  const isPicture = form === 'png' || form === 'svg'
  return new Response(body as BodyInit, {
    headers: {
      ...open,
      'content-type': types[form],
      // Who may see it can change at any moment.
      'cache-control': 'private, no-cache',
      vary: 'accept, cookie',
      ...(file === undefined || isPicture ? {} : { 'content-disposition': `attachment; filename="badge-${safe(file)}.${form}"` }),
    },
  })
}

/** What everybody may fetch of an issuer. @param seconds how long it may be kept elsewhere */
export function sendPublic(body: string, type: string, seconds: number): Response {
  return new Response(body, {
    headers: { ...open, 'content-type': type, 'cache-control': `public, max-age=${seconds}`, vary: 'accept' },
  })
}

const safe = (text: string): string => text.replaceAll(/[^\w-]/g, '')
