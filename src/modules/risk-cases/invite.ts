import { Invalid } from '../../platform/index.ts'
import { foldEmail } from '../accounts/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import { addAsked, addInvitation } from './case-store.ts'
import { CaseRefused } from './refused.ts'
import type { InviteResult } from './risk-case.ts'
import { asProgram, codeOf, type RiskCasesParts, termOf, todayOf, withOpenCircle } from './work.ts'

/** About 20,000 addresses: more than a case may have. */
const longestList = 600_000
/** In the demo nobody's mailbox is reached. */
const demoDomain = '@demo.example'

/**
 * Writes to everybody on a list. The mails hold one link, the same for all: who opens it, and what they answer, leads to no address. Of the list only
 * hashes stay, so that nobody is written to twice.
 */
export async function invitePeople(
  parts: RiskCasesParts,
  actor: Actor,
  id: string,
  { addresses, language, openAt }: { readonly addresses: string; readonly language: Language; readonly openAt: string },
): Promise<InviteResult> {
  const most = await termOf(parts, 'case-most-invitations')
  return withOpenCircle(parts, actor, 'case.change', id, async ({ inside, one }) => {
    const { found, refused } = readAddresses(addresses)
    const organisation = await parts.organisations.find(one.organisation, inside)
    if (organisation?.demo && found.some((email) => !email.endsWith(demoDomain))) throw new CaseRefused('demoAddress')
    return asProgram(inside, async (program) => {
      // Undone with the transaction where it is too much.
      if ((await addAsked(program, id, found.length)) > most) throw new CaseRefused('invitedMany')
      for (const email of found) {
        const hash = parts.hash(`${id} ${email}`)
        if (!(await addInvitation(program, id, hash, todayOf(parts)))) continue
        await parts.mail.write(program, {
          template: 'group-invitation',
          to: { email },
          language,
          kind: 'needed',
          once: `group-invitation/${id}/${hash}`,
          data: { path: `${openAt}?code=${codeOf(parts, id)}`, until: one.endsOn },
        })
      }
      return { asked: found.length, refused }
    })
  })
}

/** Addresses of a pasted list or a CSV: in each line the first part that is one. A heading is a line without one. @throws Invalid `addresses` */
function readAddresses(text: string): { readonly found: readonly string[]; readonly refused: readonly number[] } {
  if (text.length > longestList) throw new Invalid('addresses', 'This list is too long. Invite people in two goes.')
  const found = new Set<string>()
  const refused: number[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue
    const inLine = line.split(/[,;\t\s<>"]/).flatMap((part) => (part.includes('@') ? [foldEmail(part)] : []))
    const read = inLine.filter((email) => email !== undefined)
    for (const email of read) found.add(email)
    if (read.length === 0 || read.length < inLine.length) refused.push(index + 1)
  }
  if (found.size === 0) throw new Invalid('addresses', 'There is no e-mail address in this. Put one on each line.')
  return { found: [...found], refused }
}
