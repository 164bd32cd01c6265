/** What a reader chooses for one feed alone, in the packaged app: every choice is kept over a restart, and the direction is that of its articles at once. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { openArticle, showList } from '../support/reading-window'
import { shootThemes } from '../support/shoot-themes'
import { FEED_ARTICLES, startNewsSite } from '../support/site/news-site'

const profile = newProfile('feed-settings')
const CHOSEN = {
  textSource: 'feed',
  intervalMinutes: 180,
  fetchComments: true,
  prefetchRelated: false,
  keepDays: 90,
  keepArticles: 200,
  paused: true,
  notify: true,
  direction: 'rtl',
}
let launched: LaunchedApp

beforeAll(async () => {
  const site = await startNewsSite()
  await runHidden(profile, ['add', ...site.feeds])
  launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
  await site.stop()
  await launched.window.reload()
  await showList(launched.window, 'All articles')
}, 200_000)
afterAll(() => launched.close())

const choices = async () => (await askEngine(launched.window, 'feeds.list'))[0]?.choices
const openSettings = async () => {
  const { window } = launched
  const { title } = (await askEngine(window, 'feeds.list'))[0]!
  await window.getByRole('treeitem', { name: new RegExp(`^${title}`) }).click({ button: 'right' })
  await window.getByRole('menuitem', { name: 'Feed settings…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Feed settings' })
  await dialog.waitFor()
  return dialog
}
/** The way the open article is read. */
const direction = () =>
  launched.window.evaluate(() =>
    document.querySelector('iframe')?.contentDocument?.querySelector('article')?.getAttribute('dir'),
  )

it('are taken from the dialog, each of them, and an open article turns round', async () => {
  const { window } = launched
  const [feed] = await askEngine(window, 'feeds.list')
  const { rows } = await askEngine(
    window,
    'articles.list',
    { view: 'all', feedId: feed!.feedId, folder: null, order: 'newest' },
    null,
    1,
  )
  await openArticle(window, rows[0]!.title)
  await expect.poll(direction).toBe('ltr')
  const dialog = await openSettings()
  await dialog.getByRole('combobox', { name: 'Look for news' }).selectOption({ label: 'every 3 hours' })
  for (const [group, choice] of [
    ['Text', 'From the feed'],
    ['Related articles', 'Leave out'],
    ['Direction', 'Right to left'],
  ] as const)
    await dialog
      .getByRole('radiogroup', { name: group, exact: true })
      .getByText(choice, { exact: true })
      .click()
  for (const name of [/^Paused/, /^Fetch readers’ comments/, /^Notify me of its new articles/])
    await dialog.getByRole('switch', { name }).check()
  await dialog
    .getByRole('combobox', { name: 'Keep its articles' })
    .selectOption({ label: 'for three months' })
  await dialog.getByRole('combobox', { name: 'Keep at most' }).selectOption({ label: 'the newest 200' })
  await shootThemes(launched, 'feed-settings')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.poll(choices, { timeout: 10_000 }).toEqual(CHOSEN)
  await expect.poll(direction, { timeout: 10_000 }).toBe('rtl')
})

it('are kept over a restart, and shown as they are', async () => {
  await launched.close()
  launched = await launchApp(profile)
  expect(await choices()).toEqual(CHOSEN)
  const dialog = await openSettings()
  expect(await dialog.getByRole('combobox', { name: 'Look for news' }).inputValue()).toBe('180')
  for (const name of ['Right to left', 'From the feed', 'Leave out'])
    expect(await dialog.getByRole('radio', { name, exact: true }).isChecked()).toBe(true)
  expect(await dialog.getByRole('switch', { name: /^Paused/ }).isChecked()).toBe(true)
  expect(launched.complaints).toEqual([])
})
