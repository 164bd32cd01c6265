import { describe, expect, test } from 'vitest'
import { keyPoints } from '../../../electron/articles/key-points'
import { splitSentences } from '../../../electron/articles/split-sentences'
import { MODEL_TEXT } from './model-page'

const sentencesOf = (text: string, language = 'en') =>
  splitSentences(text, language).map((sentence) => sentence.text)

describe('splitSentences', () => {
  test('abbreviations and initials do not end a sentence', () => {
    expect(
      sentencesOf('Mr. Smith met Gov. J. Doe of the U.S. Senate at 9 a.m. on Monday. They spoke.'),
    ).toEqual(['Mr. Smith met Gov. J. Doe of the U.S. Senate at 9 a.m. on Monday.', 'They spoke.'])
  })

  test('a question inside quotation marks does not end the sentence that goes on', () => {
    expect(sentencesOf('“Why now?” she asked. Nobody knew.')).toEqual([
      '“Why now?” she asked.',
      'Nobody knew.',
    ])
  })

  test('every span is exactly the text at its offsets', () => {
    const text = `  First one.  Second one!\n\nThird 一。四五。 `
    for (const { text: part, start, end } of splitSentences(text, null))
      expect(text.slice(start, end)).toBe(part)
  })

  test('Chinese and Japanese sentences are found', () => {
    expect(sentencesOf('今天天气很好。我们去公园。', 'zh')).toEqual(['今天天气很好。', '我们去公园。'])
  })
})

describe('keyPoints', () => {
  const text = MODEL_TEXT.join('\n\n')

  test('are whole sentences in text order, each exactly at its offsets', () => {
    const points = keyPoints(text, { title: 'Vell closes its island ferry', language: 'en' })
    expect(points.length).toBeGreaterThanOrEqual(2)
    expect(points.length).toBeLessThanOrEqual(5)
    const sentences = sentencesOf(text)
    let last = -1
    for (const { text: point, start, end } of points) {
      expect(sentences).toContain(point)
      expect(text.slice(start ?? 0, end ?? 0)).toBe(point)
      expect(start).toBeGreaterThan(last)
      last = start ?? last
    }
  })

  test('a short text has none', () => {
    expect(keyPoints('One. Two. Three. Four. Five. Six.', { title: null, language: null })).toEqual([])
  })

  test('a dateline is not part of a point', () => {
    const dated = text.replace('The harbour council of Vell', 'VELL (Reuters) - The harbour council of Vell')
    const [first] = keyPoints(dated, {
      title: 'The harbour council of Vell closes the old ferry line',
      language: 'en',
    })
    expect(first?.text.startsWith('The harbour council')).toBe(true)
  })

  test('languages without spaces work', () => {
    const chinese = [
      '市议会周三宣布，将关闭通往外岛的旧渡轮航线，这条航线已经运营了九十年之久。',
      '这一决定令岛上居民感到意外，他们原以为当晚的会议只是例行讨论时刻表。',
      '一位每天带学生过海的教师说，没有人告诉他们当天要进行投票表决。',
      '市议会表示，两艘木船的维修费用自春季以来上涨了三分之一，难以继续承担。',
      '工程师在六月检查了北部的新桥，没有发现任何安全问题，但冬季道路常被大雪封闭。',
      '居民们已经开始收集签名，要求举行全民公投，市议会必须在四周内作出书面答复。',
      '首都的一家博物馆已经提出收藏其中一艘船，另一艘船的去向目前仍未确定下来。',
      '岛上的商店老板担心，渡轮停航以后，冬天的食品和药品供应将会变得更加困难。',
    ].join('')
    expect(keyPoints(chinese, { title: null, language: null }).length).toBeGreaterThanOrEqual(2)
  })
})
