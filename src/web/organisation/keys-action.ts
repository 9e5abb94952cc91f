import { redirect } from 'react-router'
import { pathTo } from '../paths.ts'
import { allOf, orgAction, textOf } from './org-action.ts'

/** What each button does. A key that was made is shown on the page that the form gives, and nowhere else. */
export const intents = {
  async create({ site, actor, form, id }) {
    const asked = { name: textOf(form, 'name'), scopes: allOf(form, 'scopes'), days: Number(textOf(form, 'days')) }
    const { key } = await site.modules.organisations.createKey(actor, id, asked)
    return { intent: 'create', key }
  },
  async rotate({ site, actor, form, id }) {
    const { key } = await site.modules.organisations.rotateKey(actor, id, textOf(form, 'key'), Number(textOf(form, 'overlap')))
    return { intent: 'rotate', key }
  },
  async revoke({ site, actor, form, id, language }) {
    await site.modules.organisations.revokeKey(actor, id, textOf(form, 'key'))
    return redirect(`${pathTo('orgKeys', language, { organisation: id })}?done=revoked`)
  },
} satisfies Parameters<typeof orgAction>[0]

export const keysAction = orgAction(intents)
