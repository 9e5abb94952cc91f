import { expect, test } from 'vitest'
import { topicFeatures, topicOf } from './mention-topic.ts'
import { createSkillSpace } from './skill-space.ts'

const space = createSkillSpace(
  ['a', 'b'].map((concept) => ({ concept, forms: [{ label: `skill ${concept}`, language: 'en', preferred: true }] })),
)

test('a topic is what is named, each once, and nothing that is not among the skills', () => {
  const topic = topicOf(space, [{ concept: 'b' }, { concept: 'elsewhere' }, { concept: 'b' }])
  expect([...topic.skills]).toEqual([1])
  expect(topicFeatures(space, 1, topic)).toEqual([0, 1])
  expect(topicFeatures(space, 0, topic)).toEqual([0, 0])
})
