import { backTo, type CreditsAct, type CreditsAsked, creditsAction } from './credits-action.ts'

const workOf = ({ text, number, form }: CreditsAsked) => ({
  from: text('from').trim(),
  until: text('until').trim() || text('from').trim(),
  text: text('text'),
  minutes: Math.round(number('hours') * 60),
  outcomes: form.getAll('outcome').map(String),
})

const confirm: CreditsAct = async (asked) => {
  const { site, actor, params, number } = asked
  await site.modules.credits.confirm(actor, params.activity ?? '', number('version'))
  return backTo('creditsWork', asked, 'confirmed')
}

/** Of the page of all three parties. */
export const overviewAction = creditsAction({
  async log(asked) {
    const { site, actor, params } = asked
    const activity = await site.modules.credits.log(actor, params.placement ?? '', workOf(asked))
    // To its own page: there stands what we propose, and there files are added.
    return backTo('creditsWork', asked, 'logged', { activity })
  },
})

/** Of the page of one piece of work. */
export const workAction = creditsAction({
  async change(asked) {
    const { site, actor, params, number } = asked
    await site.modules.credits.change(actor, params.activity ?? '', workOf(asked), number('version'))
    return backTo('creditsWork', asked, 'changed')
  },
  async addFile(asked) {
    const { site, actor, params, form } = asked
    const file = form.get('file')
    const contents = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    await site.modules.credits.addFile(actor, params.activity ?? '', { name: file instanceof File ? file.name : '', contents })
    return backTo('creditsWork', asked, 'fileAdded')
  },
  async removeFile(asked) {
    const { site, actor, params, text } = asked
    await site.modules.credits.removeFile(actor, params.activity ?? '', text('file'))
    return backTo('creditsWork', asked, 'fileRemoved')
  },
  async remove(asked) {
    await asked.site.modules.credits.remove(asked.actor, asked.params.activity ?? '')
    return backTo('credits', asked, 'removed')
  },
  confirm,
  async sendBack(asked) {
    const { site, actor, params, text, number } = asked
    await site.modules.credits.sendBack(actor, params.activity ?? '', text('reason'), number('version'))
    return backTo('creditsWork', asked, 'sentBack')
  },
})

/** Of the page of one unit of a student. */
export const unitAction = creditsAction({
  async ask(asked) {
    const { site, actor, params } = asked
    await site.modules.credits.ask(actor, params.placement ?? '', params.unit ?? '')
    return backTo('creditsUnit', asked, 'asked')
  },
  async award(asked) {
    const { site, actor, params, text, number } = asked
    const draft = { unit: params.unit ?? '', credits: number('credits'), note: text('note'), key: text('key') }
    await site.modules.credits.award(actor, params.placement ?? '', draft)
    return backTo('creditsUnit', asked, 'awarded')
  },
  async sendBackUnit(asked) {
    const { site, actor, params, text } = asked
    await site.modules.credits.sendBackUnit(actor, params.placement ?? '', params.unit ?? '', text('missing'))
    return backTo('creditsUnit', asked, 'unitSentBack')
  },
  async withdraw(asked) {
    const { site, actor, text } = asked
    await site.modules.credits.withdraw(actor, text('award'), text('reason'))
    return backTo('creditsUnit', asked, 'withdrawn')
  },
})
