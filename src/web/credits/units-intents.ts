import { type Scale, scales, type UnitDraft } from '../../modules/credits/index.ts'
import { backTo, type CreditsAsked, creditsAction } from './credits-action.ts'

/** Of the page on which a school keeps the units of a programme. */
export const unitsAction = creditsAction({
  async addUnit(asked) {
    const { site, actor, params } = asked
    await site.modules.credits.units.add(actor, params.organisation ?? '', params.programme ?? '', await draftOf(asked))
    return backTo('creditsUnits', asked, 'unitAdded')
  },
  async changeUnit(asked) {
    const { site, actor, params, text } = asked
    await site.modules.credits.units.change(actor, params.organisation ?? '', text('unit'), await draftOf(asked))
    return backTo('creditsUnits', asked, 'unitChanged')
  },
  async retire(asked) {
    const { site, actor, params, text } = asked
    await site.modules.credits.units.retire(actor, params.organisation ?? '', text('unit'))
    return backTo('creditsUnits', asked, 'unitRetired')
  },
})

async function draftOf(asked: CreditsAsked): Promise<UnitDraft> {
  const { text, number } = asked
  const scale = text('scale')
  return {
    code: text('code'),
    title: { nl: text('titleNl'), en: text('titleEn') },
    scale: scales.includes(scale as Scale) ? (scale as Scale) : 'ects',
    credits: number('credits'),
    evidenceHours: number('evidenceHours'),
    outcomes: await outcomesOf(asked),
  }
}

class WrongOutcomes extends Error {
  override readonly name = 'Invalid'
  readonly where = 'outcomes'
}

/** One a line: Dutch | English | a skill by its name, where one is given. */
async function outcomesOf({ site, text, language }: CreditsAsked): Promise<UnitDraft['outcomes']> {
  const catalogue = await site.modules.skills.catalogue()
  const lines = text('outcomes')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.map((line) => {
    const [nl = '', en = '', named = ''] = line.split('|').map((part) => part.trim())
    if (nl === '' || en === '') throw new WrongOutcomes()
    if (named === '') return { text: { nl, en } }
    const [hit] = catalogue.search(named, { language, type: 'skill', limit: 1 })
    if (hit?.how !== 'exact') throw new WrongOutcomes()
    return { text: { nl, en }, skill: hit.concept.id }
  })
}
