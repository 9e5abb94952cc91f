import { redirect } from 'react-router'
import { pathTo } from '../paths.ts'
import { type CohortAct, cohortAction, done, FormWrong, levelIn, ranksIn } from './cohort-action.ts'

/** The list: an educator begins a cohort. */
export const cohortsAction = cohortAction({
  async begin(asked) {
    const { site, actor, language, text, number } = asked
    // A start is chosen as one word: offering and day; the day is empty where any day will do.
    const [offering = '', day = ''] = text('start').split(' ')
    const id = await site.modules.cohorts.begin(actor, {
      ...{ organisation: text('organisation'), offering, startsOn: day === '' ? text('startsOn').trim() : day },
      ...{ settleBy: text('settleBy').trim(), least: number('least'), most: number('most') },
    })
    return redirect(`${pathTo('cohort', language, { cohort: id })}?${new URLSearchParams({ done: 'begun' })}`)
  },
})

const goTo =
  (step: 'order' | 'reopen' | 'orderAgain'): CohortAct =>
  async (asked) => {
    await asked.site.modules.cohorts.goTo(asked.actor, asked.id, step)
    return done('cohort', asked, 'stepped')
  }

/** The educator's page. */
export const educatorAction = cohortAction({
  async invite(asked) {
    await asked.site.modules.cohorts.invite(
      asked.actor,
      asked.id,
      asked.all('employer').filter((one) => one !== ''),
    )
    return done('cohort', asked, 'invited')
  },
  async meet(asked) {
    await asked.site.modules.cohorts.noteMeeting(asked.actor, asked.id, asked.text('participant'), asked.text('employer'))
    return done('cohort', asked, 'met')
  },
  async change(asked) {
    const { site, actor, id, text, number } = asked
    await site.modules.cohorts.change(actor, id, {
      least: number('least'),
      most: number('most'),
      settleBy: text('settleBy').trim(),
    })
    return done('cohort', asked, 'changed')
  },
  order: goTo('order'),
  reopen: goTo('reopen'),
  orderAgain: goTo('orderAgain'),
  async propose(asked) {
    await asked.site.modules.cohorts.propose(asked.actor, asked.id)
    return done('cohort', asked, 'proposed')
  },
  async choose(asked) {
    const pairs = [...asked.fields('place')].flatMap(([person, place]) => (place === '' ? [] : [{ person, place }]))
    await asked.site.modules.cohorts.changeByHand(asked.actor, asked.id, pairs, asked.number('seen'))
    return done('cohort', asked, 'chosen')
  },
  async settle(asked) {
    await asked.site.modules.cohorts.settle(asked.actor, asked.id, asked.number('seen'))
    return done('cohort', asked, 'settled')
  },
  async place(asked) {
    const { site, actor, id, text } = asked
    const pair = { participant: text('participant'), place: text('place'), until: text('until').trim() }
    await site.modules.cohorts.makePlacement(actor, id, pair)
    return done('cohort', asked, 'placed')
  },
  async nameGuide(asked) {
    const { site, actor, id, text } = asked
    const days = { from: text('from').trim(), until: text('until').trim() }
    const hoursPerWeek = text('hours').trim() === '' ? Number.NaN : Number(text('hours').trim().replace(',', '.'))
    await site.modules.cohorts.nameGuide(actor, id, { person: text('guide'), as: text('as'), ...days, hoursPerWeek })
    return done('cohort', asked, 'guided')
  },
  async dismissGuide(asked) {
    await asked.site.modules.cohorts.dismissGuide(asked.actor, asked.id, asked.text('guide'), asked.text('as'))
    return done('cohort', asked, 'unguided')
  },
  async start(asked) {
    await asked.site.modules.cohorts.start(asked.actor, asked.id)
    return done('cohort', asked, 'stepped')
  },
  async cancel(asked) {
    // Who may not is told so first.
    await asked.site.modules.cohorts.look(asked.actor, asked.id, asked.language)
    if (asked.text('sure') !== 'yes') throw new FormWrong('sure')
    await asked.site.modules.cohorts.cancel(asked.actor, asked.id)
    return done('cohort', asked, 'stepped')
  },
})

/** The person's page. */
export const personAction = cohortAction({
  async join(asked) {
    const { site, actor, id, language, text, number } = asked
    await site.modules.cohorts.join(actor, id, {
      ...{ textVersion: text('textVersion'), language, hoursFrom: number('hoursFrom'), hoursTo: number('hoursTo') },
      ...{ place: text('place'), mostMinutes: number('mostMinutes'), travelMode: text('travelMode') as 'bike' },
      dutch: levelIn(asked, 'dutch'),
    })
    return done('cohortMine', asked, 'joined')
  },
  async leave(asked) {
    await asked.site.modules.cohorts.leave(asked.actor, asked.id)
    return done('cohorts', asked, 'left')
  },
  async meet(asked) {
    await asked.site.modules.cohorts.noteAsPerson(asked.actor, asked.id, asked.text('employer'))
    return done('cohortMine', asked, 'met')
  },
  async rank(asked) {
    await asked.site.modules.cohorts.orderAsPerson(asked.actor, asked.id, ranksIn(asked))
    return done('cohortMine', asked, 'ranked')
  },
  async answer(asked) {
    await asked.site.modules.cohorts.answerAsPerson(asked.actor, asked.id, asked.text('place'), asked.text('yes') === 'yes')
    return done('cohortMine', asked, 'answered')
  },
})

/** The employer's page. */
export const employerAction = cohortAction({
  async offer(asked) {
    const { site, actor, text, number } = asked
    await site.modules.cohorts.offer(actor, asked, {
      ...{ seats: number('seats'), hoursFrom: number('hoursFrom'), hoursTo: number('hoursTo'), place: text('place') },
      ...{ dutch: levelIn(asked, 'dutch'), tasks: text('tasks') },
    })
    return done('cohortEmployer', asked, 'offered')
  },
  async changePlace(asked) {
    const { site, actor, text, number } = asked
    const change = { seats: number('seats'), hoursFrom: number('hoursFrom'), hoursTo: number('hoursTo') }
    await site.modules.cohorts.changeOffer(actor, asked, text('place'), change)
    return done('cohortEmployer', asked, 'changed')
  },
  async removePlace(asked) {
    await asked.site.modules.cohorts.withdrawPlace(asked.actor, asked, asked.text('place'))
    return done('cohortEmployer', asked, 'removed')
  },
  async decline(asked) {
    await asked.site.modules.cohorts.decline(asked.actor, asked)
    return done('cohortEmployer', asked, 'declined')
  },
  async meet(asked) {
    await asked.site.modules.cohorts.noteAsEmployer(asked.actor, asked, asked.text('participant'))
    return done('cohortEmployer', asked, 'met')
  },
  async rank(asked) {
    await asked.site.modules.cohorts.orderAsEmployer(asked.actor, asked, asked.text('place'), ranksIn(asked))
    return done('cohortEmployer', asked, 'ranked')
  },
  async answer(asked) {
    const pair = { participant: asked.text('participant'), place: asked.text('place') }
    await asked.site.modules.cohorts.answerAsEmployer(asked.actor, asked, pair, asked.text('yes') === 'yes')
    return done('cohortEmployer', asked, 'answered')
  },
})
