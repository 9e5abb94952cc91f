import { gunzipSync } from 'node:zlib'
import {
  type CredentialDocument,
  idOf,
  isObject,
  type JsonObject,
  jsonIn,
  listOf,
  parseDocument,
  textOf,
  typesOf,
} from '../document/index.ts'
import { type AnswerOf, answered, type Check } from './check.ts'
import { checkDates } from './check-format.ts'
import type { Asked, CheckParts } from './check-parts.ts'
import { checkProofs } from './check-proof.ts'

/** Source: Bitstring Status List 1.0; `StatusList2021Entry` is its draft, with the same list. */
const bitstringEntries = ['BitstringStatusListEntry', 'StatusList2021Entry']
/** Source: Open Badges 3.0, 1EdTech Revocation List Status Method. */
const revocationList = '1EdTechRevocationList'

/** A list of ten million credentials, unpacked. */
const largestListBytes = 1_250_000

type Answer = AnswerOf<'status'>

/** Whether its issuer took it back, by the list that it names. */
export async function checkStatus({ credential }: CredentialDocument, asked: Asked, parts: CheckParts): Promise<Check<'status'>> {
  const answers: Check<'status'>[] = []
  for (const entry of listOf(credential.credentialStatus)) {
    const answer = isObject(entry) ? await statusOf(entry, credential, asked, parts) : 'kindUnknown'
    answers.push(answered('status', answer, isObject(entry) ? hostOf(entry) : []))
  }
  const first = (verdict: string): Check<'status'> | undefined => answers.find((one) => one.verdict === verdict)
  return first('invalid') ?? first('cannotBeChecked') ?? first('valid') ?? answered('status', 'noStatus')
}

async function statusOf(entry: JsonObject, credential: JsonObject, asked: Asked, parts: CheckParts): Promise<Answer> {
  const own = await parts.own?.status(entry)
  if (own !== undefined) return own === 'valid' ? 'notRevoked' : own
  const types = typesOf(entry)
  const address = addressOf(entry)
  const isBitstring = bitstringEntries.some((type) => types.includes(type))
  if ((!isBitstring && !types.includes(revocationList)) || address === undefined) return 'kindUnknown'
  const list = await listAt(address, asked, parts)
  if (typeof list === 'object')
    return isBitstring ? inBitstring(entry, credential, list.text, parts) : inRevocations(credential, list.text)
  return list
}

async function listAt(address: string, asked: Asked, { fetchText }: CheckParts): Promise<{ readonly text: string } | Answer> {
  const given = asked.statusLists?.find((text) => idIn(text) === address)
  if (given !== undefined) return { text: given }
  const fetched = await fetchText(address)
  if (!('why' in fetched)) return fetched
  return fetched.why === 'notAllowed' ? 'notResolved' : 'unreachable'
}

function idIn(text: string): string | undefined {
  const plain = jsonIn(text)
  if (plain) return textOf(plain.id)
  try {
    return textOf(parseDocument(text).credential.id)
  } catch {
    return undefined
  }
}

/** The list is a credential of its own: it must be signed by the issuer, and valid now. */
async function inBitstring(entry: JsonObject, credential: JsonObject, text: string, parts: CheckParts): Promise<Answer> {
  const list = readable(text)
  const [subject] = listOf(list?.credential.credentialSubject)
  if (!list || !isObject(subject)) return 'unreachable'
  const { proof } = await checkProofs(list, {}, parts)
  const isOfIssuer = idOf(list.credential.issuer) === idOf(credential.issuer)
  if (proof.verdict !== 'valid' || !isOfIssuer || checkDates(list, parts.clock.now()).verdict === 'invalid')
    return 'listNotProven'
  const purpose = textOf(entry.statusPurpose) ?? 'revocation'
  if (!listOf(subject.statusPurpose ?? 'revocation').includes(purpose)) return 'kindUnknown'
  const bit = bitAt(textOf(subject.encodedList) ?? '', Number(entry.statusListIndex))
  if (bit === undefined) return 'unreachable'
  if (!bit) return 'notRevoked'
  return purpose === 'suspension' ? 'suspended' : purpose === 'revocation' ? 'revoked' : 'kindUnknown'
}

/** @returns undefined when the list cannot be read or does not reach that far */
export function bitAt(encodedList: string, index: number): boolean | undefined {
  try {
    const packed = Buffer.from(encodedList.replace(/^u/, ''), 'base64url')
    const bits = gunzipSync(packed, { maxOutputLength: largestListBytes })
    const byte = Number.isInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined
    // The first entry is the left-most bit.
    return byte === undefined ? undefined : (byte & (0x80 >> (index % 8))) !== 0
  } catch {
    return undefined
  }
}

function inRevocations(credential: JsonObject, text: string): Answer {
  const list = jsonIn(text)
  if (!list || idOf(list.issuer) !== idOf(credential.issuer)) return 'listNotProven'
  const revoked = listOf(list.revokedCredential).some((one) => {
    if (typeof one === 'string') return one === credential.id
    return isObject(one) && one.id === credential.id && one.revoked !== false
  })
  return revoked ? 'revoked' : 'notRevoked'
}

function readable(text: string): CredentialDocument | undefined {
  try {
    return parseDocument(text)
  } catch {
    return undefined
  }
}

function addressOf(entry: JsonObject): string | undefined {
  return textOf(entry.statusListCredential) ?? textOf(entry.id)
}

function hostOf(entry: JsonObject): readonly string[] {
  const address = addressOf(entry)
  return address !== undefined && URL.canParse(address) ? [new URL(address).host] : []
}
