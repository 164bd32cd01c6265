// Scores key points, related articles and stories on news made up from a seed, through the built command line, beside plain methods on the
// same news. `npm run score -- [keypoints|related|stories]`. Figures of made-up news compare methods; they say nothing of real news.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { makeReports } from './make-reports.mjs'
import { bCubed, chainStories, mean, nearestRight, rouge, tfIdf } from './measures.mjs'

const SEEDS = [11, 23, 47]
const SIZE = { rounds: 3, reportsOfEach: [2, 6], lone: 24 }
const NEAREST = 5
const SENTENCES = 3
const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url))

const run = promisify(execFile)

/** @type {Readonly<Record<string, () => Promise<readonly (readonly string[])[]>>>} rows of measure, ours, plain */
const SUITES = { keypoints: scoreKeyPoints, related: scoreRelated, stories: scoreStories }

async function scoreKeyPoints() {
  const [reports] = setsOf(LENGTHS['whole text'])
  const ours = await inFolder(async (folder) => {
    const files = reports.map((_, at) => join(folder, `${at}.txt`))
    await Promise.all(files.map((file, at) => writeFile(file, reports[at].text)))
    return ask('keypoints', files)
  })
  const whole = ours.flatMap(({ keyPoints }, at) =>
    keyPoints.map((point) => ({ point, text: reports[at].text })),
  )
  const scores = (textOf) => reports.map((report, at) => rouge(textOf(report, at), report.summary.join(' ')))
  const made = scores((_, at) =>
    ours[at].keyPoints
      .slice(0, SENTENCES)
      .map(({ text }) => text)
      .join(' '),
  )
  const lead = scores(({ sentences }) => sentences.slice(0, SENTENCES).join(' '))
  return [
    ['key points', 'here', `first ${SENTENCES} sentences`],
    ...['ROUGE-1', 'ROUGE-2', 'ROUGE-L'].map((name, at) => [
      name,
      percent(mean(made.map((one) => one[at]))),
      percent(mean(lead.map((one) => one[at]))),
    ]),
    [
      'text at its offsets',
      percent(
        mean(whole.map(({ point, text }) => Number(text.slice(point.start, point.end) === point.text))),
      ),
      '',
    ],
  ]
}

async function scoreRelated() {
  const rows = [['related: same event among the nearest', 'here', 'TF-IDF']]
  for (const [name, shorten] of Object.entries(LENGTHS)) {
    const here = []
    const plain = []
    for (const reports of setsOf(shorten)) {
      const answers = await relate(reports)
      const nearest = tfIdf(reports)
      reports.forEach((report, at) => {
        const wanted = new Set(
          reports.filter(({ id, event }) => event === report.event && id !== report.id).map(({ id }) => id),
        )
        here.push({ found: answers[at].related.map(({ id }) => id), wanted })
        plain.push({ found: nearest[at].map(({ id }) => id), wanted })
      })
    }
    rows.push([name, percent(nearestRight(here, NEAREST)), percent(nearestRight(plain, NEAREST))])
  }
  return rows
}

async function scoreStories() {
  const rows = [['stories, B-cubed F1', 'here', 'TF-IDF, best bound']]
  for (const [name, shorten] of Object.entries(LENGTHS)) {
    const here = []
    const plain = []
    const sisters = []
    for (const reports of setsOf(shorten)) {
      const answers = await relate(reports)
      here.push(bCubed(reports.map(({ event }, at) => ({ made: String(answers[at].story), wanted: event }))))
      sisters.push(inSisterStory(reports, answers))
      const nearest = tfIdf(reports)
      plain.push(
        Math.max(
          ...[0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5].map((least) => {
            const stories = chainStories(reports, nearest, least)
            return bCubed(reports.map(({ event }, at) => ({ made: stories[at], wanted: event })))
          }),
        ),
      )
    }
    rows.push([name, percent(mean(here)), percent(mean(plain))])
    rows.push([`${name}: in a story of another event`, percent(mean(sisters)), ''])
  }
  return rows
}

/** Share of the reports whose story is mostly about another event. */
function inSisterStory(reports, answers) {
  const events = new Map()
  answers.forEach(({ story }, at) => events.set(story, [...(events.get(story) ?? []), reports[at].event]))
  return mean(
    reports.map(({ event }, at) => {
      const all = events.get(answers[at].story)
      return Number(all.filter((one) => one === event).length * 2 < all.length)
    }),
  )
}

const LENGTHS = {
  'whole text': ({ sentences }) => sentences.join(' '),
  'three sentences': ({ sentences }) => sentences.slice(0, 3).join(' '),
  'one sentence': ({ sentences }) => sentences[0],
}

function setsOf(shorten) {
  return SEEDS.map((seed) => makeReports(seed, SIZE).map((report) => ({ ...report, text: shorten(report) })))
}

function relate(reports) {
  return inFolder(async (folder) => {
    const file = join(folder, 'reports.jsonl')
    const lines = reports.map(({ id, title, text, published }) =>
      JSON.stringify({ id, title, text, published }),
    )
    await writeFile(file, lines.join('\n'))
    return ask('related', [file])
  })
}

/** One JSON object a line, in the order of the files or lines given. */
async function ask(command, files) {
  const { stdout } = await run(process.execPath, [CLI, command, ...files, '--json'], { maxBuffer: 1e9 })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

async function inFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-score-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const percent = (share) => `${(share * 100).toFixed(1)} %`

const [, , ...wanted] = process.argv
const unknown = wanted.filter((name) => !Object.hasOwn(SUITES, name))
if (unknown.length > 0) {
  console.error(`There is no score named ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}.`)
  process.exit(2)
}
for (const name of wanted.length > 0 ? wanted : Object.keys(SUITES)) {
  const rows = await SUITES[name]()
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
  console.log()
}
