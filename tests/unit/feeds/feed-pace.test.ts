/** How often feeds say that they want to be visited, in the words of three formats and of their writers' mistakes. */
import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../electron/feeds/parse-feed'

const SY = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
const rss = (wishes: string) =>
  `<rss version="2.0" ${SY}><channel><title>Feed</title>${wishes}<item><title>One</title><guid>1</guid></item></channel></rss>`
const paceOf = async (text: string) => {
  const parsed = await parseFeed(text, { url: null, contentType: null })
  return parsed.ok ? parsed.feed.pace : parsed.error
}

describe('the pace of a feed', () => {
  it.each([
    ['<ttl>60</ttl>', 60],
    ['<ttl> 1440 </ttl>', 1440],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>', 30],
    ['<sy:updatePeriod> Daily </sy:updatePeriod>', 1440],
    ['<sy:updateFrequency>6</sy:updateFrequency>', 240],
    ['<ttl>120</ttl><sy:updatePeriod>hourly</sy:updatePeriod>', 60],
    ['<ttl>soon</ttl><sy:updatePeriod>weekly</sy:updatePeriod>', 10080],
  ])('is read from %s', async (wishes, minutes) => {
    expect(await paceOf(rss(wishes))).toEqual({ minutes, skipHours: [], skipDays: [] })
  })

  it.each([
    '',
    '<ttl>0</ttl>',
    '<ttl>-5</ttl>',
    '<ttl/>',
    '<sy:updatePeriod>often</sy:updatePeriod>',
    '<skipDays><day>Someday</day></skipDays>',
    `<skipHours>${Array.from({ length: 24 }, (_, hour) => `<hour>${String(hour)}</hour>`).join('')}</skipHours>`,
  ])('is none where nothing makes sense: %s', async (wishes) => {
    expect(await paceOf(rss(wishes))).toBeNull()
  })

  it('names the quiet hours and days in order, midnight by either number', async () => {
    const wishes =
      '<skipHours><hour>24</hour><hour>3</hour><hour>3</hour><hour>99</hour></skipHours>' +
      '<skipDays><day>sunday</day><day>Saturday</day></skipDays>'
    expect(await paceOf(rss(wishes))).toEqual({ minutes: null, skipHours: [0, 3], skipDays: [0, 6] })
  })

  it('is read from Atom, and also where only the lenient reader gets through', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" ${SY}><title>Feed</title><sy:updatePeriod>hourly</sy:updatePeriod></feed>`
    expect(await paceOf(atom)).toMatchObject({ minutes: 60 })
    expect(await paceOf(rss('<ttl>45</ttl><x:odd>a & b</x:odd>'))).toMatchObject({ minutes: 45 })
  })
})
