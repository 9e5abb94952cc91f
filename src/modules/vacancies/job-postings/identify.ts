import { fold } from '../../../engine/text/index.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { allText, firstOf, firstText, isObject, type JsonObject, textOf, valuesOf } from './posting-fields.ts'
import { employerOf, titleOf } from './read-posting.ts'

const enoughText = 40

/**
 * By what a posting is known when it comes again: the employer's own identifier, else title, employer, place and the beginning of the
 * text, so that a new wage does not make it another one. With too little of that, its whole content.
 */
export function identify(posting: JsonObject, checksum: string): string {
  const employer = employerOf(posting)
  const identifier = identifierOf(posting)
  if (identifier !== undefined) return `id:${fold(employer)}|${identifier}`
  const description = allText(posting, 'description')
  if (!isTelling({ employer, description })) return `content:${checksum}`
  const address = firstOf(firstOf(posting, 'jobLocation'), 'address')
  const placeName = firstText(address, 'addressLocality') ?? textOf(address) ?? ''
  return `text:${fingerprintOf({ title: titleOf(posting) ?? '', employer, placeName, description })}`
}

/** Whether a fingerprint says enough: *Software engineer* at nobody, without a text, is not one job. */
export function isTelling({ employer, description }: { readonly employer: string; readonly description: string }): boolean {
  return employer !== '' || description.length >= enoughText
}

function identifierOf(posting: JsonObject): string | undefined {
  for (const one of valuesOf(posting, 'identifier')) {
    const value = isObject(one) ? firstText(one, 'value') : textOf(one)
    if (value !== undefined) return value.slice(0, 200)
  }
  return undefined
}
