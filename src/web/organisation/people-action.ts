import { redirect } from 'react-router'
import type { Role } from '../../modules/permissions/index.ts'
import { pathTo } from '../paths.ts'
import { allOf, type OrgAsked, orgAction, textOf } from './org-action.ts'

const back = ({ language, id }: OrgAsked, done: string): Response =>
  redirect(`${pathTo('orgPeople', language, { organisation: id })}?done=${done}`)

/** What each button does. */
export const intents = {
  async invite(asked) {
    const { site, actor, form, language, id } = asked
    await site.modules.organisations.invite(actor, id, {
      email: textOf(form, 'email'),
      roles: allOf(form, 'roles') as Role[],
      language,
      openAt: pathTo('orgInvitation', language),
    })
    return back(asked, 'invited')
  },
  async withdraw(asked) {
    const { site, actor, form, id } = asked
    await site.modules.organisations.withdrawInvitation(actor, id, textOf(form, 'invitation'))
    return back(asked, 'withdrawn')
  },
  async changeRoles(asked) {
    const { site, actor, form, id } = asked
    await site.modules.organisations.changeRoles(actor, id, textOf(form, 'account'), allOf(form, 'roles') as Role[])
    return back(asked, 'changed')
  },
  async remove(asked) {
    const { site, actor, form, id } = asked
    await site.modules.organisations.removeMember(actor, id, textOf(form, 'account'))
    return back(asked, 'removed')
  },
} satisfies Parameters<typeof orgAction>[0]

export const peopleAction = orgAction(intents)
