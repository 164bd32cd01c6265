// The reader's actions as the benchmark does them in the packaged app's window: each a click or a key, timed to the end of the frame that shows it.
/* global document, window, HTMLInputElement */
import { CHINESE, COMMON_WORD, RARE_WORD } from './prose.mjs'
import { installMeters, scrollList, takeLongTasks } from './page-meters.mjs'
import { LARGE_FOLDER } from './seed-library.mjs'

const ROUNDS = 5
const LIMIT_MS = 20_000

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** One number an action, medians of five. */
export async function timeActions(page) {
  await installMeters(page)
  const results = {}
  await takeLongTasks(page)
  results['switch feed'] = await switchFeeds(page)
  results['longest task, switching'] = Math.max(0, ...(await takeLongTasks(page)))
  await showAll(page)
  results['open article'] = await openArticles(page)
  results['mark read'] = await clickRows(page, '.row-dot', '[data-read]')
  results.star = await clickRows(page, '.row-star', ':has(.row-star[data-on])')
  results['mark on disk'] = await markOnDisk(page)
  await settle(page)
  await takeLongTasks(page)
  Object.assign(results, await scroll(page))
  for (const [name, text] of Object.entries(SEARCHES)) results[`search: ${name}`] = await search(page, text)
  results['longest task, searching'] = Math.max(0, ...(await takeLongTasks(page)))
  results['mark folder read'] = await markFolder(page)
  results['longest task, marking'] = Math.max(0, ...(await takeLongTasks(page)))
  return results
}

const SEARCHES = {
  'rare word': RARE_WORD,
  'common word': COMMON_WORD,
  phrase: `"${COMMON_WORD} common4"`,
  prefix: 'comm',
  Chinese: CHINESE,
}

/** Lets what an action has left to do come to its end: counts, the index, writing. */
const settle = (page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)))

async function repeat(rounds, work) {
  const times = []
  for (let round = 0; round < rounds; round++) times.push(await work(round))
  return median(times)
}

function switchFeeds(page) {
  return repeat(ROUNDS, async (round) => {
    await settle(page)
    return page.evaluate(
      ([place, limit]) => {
        const line = [...document.querySelectorAll('.tree-line[data-kind="feed"]')][place]
        const name = line.querySelector('.tree-label').textContent
        const shown = () =>
          document.querySelector('.list-head h1')?.textContent === name &&
          document.querySelector('.row .row-feed')?.textContent === name
        return window.meters.painted(() => line.click(), shown, limit)
      },
      [round + 1, LIMIT_MS],
    )
  })
}

async function showAll(page) {
  await page.evaluate(
    (limit) =>
      window.meters.painted(
        () => document.querySelector('#line-all').click(),
        () =>
          document.querySelector('#line-all[aria-selected="true"]') !== null &&
          document.querySelector('.row') !== null,
        limit,
      ),
    LIMIT_MS,
  )
  await settle(page)
}

/** The first one makes the reading pane; it is not counted. */
async function openArticles(page) {
  const open = (place) =>
    page.evaluate(
      ([at, limit]) => {
        const row = document.querySelectorAll('.row')[at]
        const title = row.querySelector('.row-title').textContent
        const text = () => document.querySelector('.article-frame')?.contentDocument
        const shown = () =>
          text()?.querySelector('.head h1')?.textContent === title && text().querySelector('.body p') !== null
        return window.meters.painted(() => row.click(), shown, limit)
      },
      [place, LIMIT_MS],
    )
  await open(0)
  return repeat(ROUNDS, async (round) => {
    await settle(page)
    return open(round + 1)
  })
}

/** Rows that are not in the wanted state yet, one a round. */
function clickRows(page, part, done) {
  return repeat(ROUNDS, async () => {
    await settle(page)
    return page.evaluate(
      ([name, state, limit]) => {
        const { id } = document.querySelector(`.row:not(${state})`)
        const row = () => document.getElementById(id)
        return window.meters.painted(
          () => row().querySelector(name).click(),
          () => row().matches(state),
          limit,
        )
      },
      [part, done, LIMIT_MS],
    )
  })
}

/** From the request to its answer, which comes after the change is on the disk. */
async function markOnDisk(page) {
  return repeat(ROUNDS, async (round) => {
    await settle(page)
    return page.evaluate(
      async (saved) => {
        const { article } = document.querySelector('.row').dataset
        const from = performance.now()
        await window.offprint.request('articles.mark', [article], { saved })
        return performance.now() - from
      },
      round % 2 === 0,
    )
  })
}

async function scroll(page) {
  const { perSecond, late } = await scrollList(page, 240)
  const longest = Math.max(0, ...(await takeLongTasks(page)))
  return {
    'scroll, frames a second': perSecond,
    'scroll, late frames in 100': late * 100,
    'longest task, scrolling': longest,
  }
}

/** From the last key to the first results. */
async function search(page, text) {
  const time = await repeat(ROUNDS, async () => {
    const took = await page.evaluate(
      ([wanted, limit]) => {
        const field = document.querySelector('.search-field input')
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
        const type = (value) => {
          set.call(field, value)
          field.dispatchEvent(new Event('input', { bubbles: true }))
        }
        const found = () =>
          field.value === wanted &&
          document.querySelector('.list-head h1')?.textContent === 'Search' &&
          document.querySelector('.row .row-excerpt mark') !== null
        return window.meters.painted(() => type(wanted), found, limit)
      },
      [text, LIMIT_MS],
    )
    await page.evaluate(() => [...document.querySelectorAll('.search-field .icon-button')].at(-1).click())
    await settle(page)
    return took
  })
  return time
}

async function markFolder(page) {
  return repeat(1, async () => {
    await page.evaluate(
      ([name, limit]) => {
        const line = document.getElementById(`line-folder-${name}`)
        const shown = () =>
          document.querySelector('.list-head h1')?.textContent === name &&
          document.querySelector('.row') !== null
        return window.meters.painted(() => line.click(), shown, limit)
      },
      [LARGE_FOLDER, LIMIT_MS],
    )
    await settle(page)
    await takeLongTasks(page)
    return page.evaluate((limit) => {
      const button = document.querySelector('.list-head button')
      const shown = () =>
        [...document.querySelectorAll('.row')].every((row) => row.dataset.read !== undefined)
      return window.meters.painted(() => button.click(), shown, limit)
    }, LIMIT_MS)
  })
}
