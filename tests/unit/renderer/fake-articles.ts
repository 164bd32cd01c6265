/** A small library of our own writing for the window's tests: several feeds, kinds of text, languages and states. */
import { parseDocument } from 'htmlparser2'
import type { ArticleDetail, ArticleRow } from '../../../contract/article'
import type { ArticleId } from '../../../contract/article-id'
import { readBodyText } from '../../../contract/body-text'
import type { TextDomNode } from '../../../contract/body-text'
import type { FeedRow } from '../../../contract/feed'
import type { SafeHtml } from '../../../contract/safe-html'

export const NOW = Date.parse('2024-02-29T15:30:00Z')
const HOUR = 3_600_000

export const articleId = (number: number) => number.toString(16).padStart(32, '0') as ArticleId
export const mediaName = (number: number) => `${number.toString(16).padStart(64, '0')}.png`

const feed = (
  feedId: string,
  title: string,
  folder: readonly string[],
  change: Partial<FeedRow> = {},
): FeedRow => ({
  feedId,
  url: `https://${feedId}.example/feed.xml`,
  siteUrl: `https://${feedId}.example/`,
  title,
  folder,
  unread: 0,
  total: 0,
  icon: null,
  lastSync: new Date(NOW - 5 * 60_000).toISOString(),
  lastResult: 'ok',
  problem: null,
  nextDue: new Date(NOW + 40 * 60_000).toISOString(),
  failures: 0,
  newest: new Date(NOW - HOUR).toISOString(),
  choices: {
    textSource: 'better',
    intervalMinutes: null,
    fetchComments: false,
    prefetchRelated: null,
    keepDays: null,
    keepArticles: null,
    paused: false,
    notify: false,
    direction: 'auto',
  },
  ...change,
})

export const FEEDS: readonly FeedRow[] = [
  feed('harbour', 'The Harbour Post', ['News', 'Europe']),
  feed('meridian', 'Meridian', ['News']),
  feed('orrery', 'Orrery', ['Science']),
  feed('kernel', 'Kernel Notes', ['Technology']),
  feed('alnahr', 'صحيفة النهر', ['News']),
  feed('kumo', '雲の便り', []),
  feed('lighthouse', 'Lighthouse Weekly', [], {
    lastResult: 'dns',
    problem:
      'The address lighthouse.example was not found. Check that the site still exists, or remove the feed.',
    failures: 4,
  }),
  feed('slow', 'A Feed with a Remarkably Long Name that Nobody Would Ever Choose', ['Technology'], {
    lastResult: 'timeout',
    problem: 'slow.example gave no answer within 20 seconds. It is tried again in an hour.',
    failures: 1,
  }),
]

const FERRY = `
<p>The council of Port Ellery will end its night ferry on 1 April, after ninety-one years, because the boat has become too old to repair and a new one costs more than the town spends on its schools.</p>
<p>The decision was announced on Wednesday evening and surprised both the crew and the islanders, who had been told in December that the service was safe until the summer.</p>
<figure><img src="media://library/${mediaName(1)}" alt="A small ferry at dusk" width="1200" height="720"><figcaption>The <em>Marigold</em> leaves Port Ellery on one of her last evening crossings.</figcaption></figure>
<p>“We have carried nurses, brides, coffins and a great many sheep,” said <a href="https://harbour.example/people/tamsin">Tamsin Rowe</a>, who has steered the boat for nineteen years. “Nobody asked us what it would cost to stop.”</p>
<h2>What the figures say</h2>
<p>The council published its costs for the first time. The winter crossings, it says, carry <strong>eleven passengers</strong> on a common night, and lose four pounds for each of them.</p>
<table><thead><tr><th>Season</th><th>Crossings</th><th>Passengers</th><th>Loss</th></tr></thead><tbody><tr><td>Spring</td><td>182</td><td>4,120</td><td>£9,300</td></tr><tr><td>Summer</td><td>184</td><td>11,870</td><td>£1,200</td></tr><tr><td>Winter</td><td>176</td><td>1,940</td><td>£38,400</td></tr></tbody></table>
<blockquote><p>A town that cannot be left after nine in the evening is a smaller town.</p></blockquote>
<p>Islanders have begun to collect money for a second opinion on the hull. They want three things:</p>
<ul><li>an engineer who does not work for the council,</li><li>a year’s delay,</li><li>and a timetable that a nurse on a late shift can use.</li></ul>
<p>The sensor that condemned the hull reports a single number, which the harbour office prints as it comes:</p>
<pre><code>hull.thickness = 5.1 mm   # the rule asks for 6.0
if hull.thickness &lt; 6.0:
    close(service, from_date="2024-04-01")</code></pre>
<figure><img src="media://library/${mediaName(2)}" alt="The pier seen from the water" width="900" height="600"></figure>
<p>A decision on the appeal is expected before Easter. Until then the <em>Marigold</em> sails at nine, as she has since 1933.</p>
<p><img src="https://harbour.example/pictures/lost.jpg" alt="A map of the crossing"></p>`

const ARABIC = `
<p>أعلنت بلدية المدينة القديمة أن المكتبة العامة ستفتح أبوابها ليلًا ابتداءً من الشهر المقبل، بعد أن جمع السكان آلاف التوقيعات.</p>
<p>وقال المدير إن القراء كانوا يقفون عند الباب حتى ساعة متأخرة، وإن كتاب <bdi>The Night Library</bdi> كان أكثر الكتب طلبًا هذا العام.</p>
<blockquote><p>المدينة التي تقرأ ليلًا لا تنام جاهلة.</p></blockquote>
<p>ستعمل المكتبة حتى منتصف الليل خمسة أيام في الأسبوع.</p>`

const JAPANESE = `
<p>山あいの小さな駅が、来月で開業百年を迎える。一日に止まる列車は六本だけだが、待合室には今も毎朝、地元の人が花を生けている。</p>
<p>「電車が来ない時間のほうが、この駅らしい」と駅長は笑う。記念の切符は三百枚だけ刷られる予定だ。</p>`

const SHORT = (about: string) =>
  `<p>${about} The full account follows below, written for people who would rather read once and well than many times in haste.</p><p>There is little to add and much to remember. The committee meets again in the spring, and until then nothing changes for those who live nearby.</p><p>Further figures are promised for the summer.</p>`

interface Draft {
  readonly title: string
  readonly feedId: string
  readonly hours: number
  readonly html: string
  readonly change?: Partial<ArticleDetail>
}

const TOPICS: readonly (readonly [string, string])[] = [
  ['meridian', 'Grain prices fall for a fifth month as rivers rise again'],
  ['orrery', 'A comet seen by nobody is found in forty-year-old photographs'],
  ['kernel', 'Why a scheduler that does less finishes sooner'],
  ['meridian', 'The last typewriter repairer in the capital takes an apprentice'],
  ['orrery', 'Moss that survives a century of ice, and what it remembers'],
  [
    'kernel',
    'An unreasonably complete history of the scroll bar, from the first windows with a slider to the ones that hide until they are needed',
  ],
  ['harbour', 'School meals to be cooked in the villages again'],
  ['slow', 'Notes on waiting'],
]

const DRAFTS: readonly Draft[] = [
  {
    title: 'Port Ellery ends its night ferry after ninety-one years, to the surprise of its crew',
    feedId: 'harbour',
    hours: 2,
    html: FERRY,
    change: {
      byline: 'Edda Falk in Port Ellery',
      section: ['News', 'Islands'],
      published: '2024-02-29T13:05:00.000Z',
      updated: '2024-02-29T14:40:00.000Z',
      thumbnail: mediaName(1),
      lead: 'The council says the boat is too old to repair. The islanders say nobody asked them.',
      readiness: { text: 'page', images: [2, 3], related: [2, 3], comments: 'none' },
      ready: false,
      missing: ['One picture of three could not be fetched: harbour.example answered with “not found”.'],
      commentsUrl: 'https://harbour.example/ferry#comments',
      keyPoints: [
        {
          text: 'The night ferry of Port Ellery ends on 1 April after ninety-one years.',
          from: 'publisher',
          start: 0,
          end: 60,
        },
        {
          text: 'The crew was told in December that the service was safe until the summer.',
          from: 'publisher',
          start: null,
          end: null,
        },
        {
          text: 'Islanders collect money for a second opinion on the hull.',
          from: 'publisher',
          start: null,
          end: null,
        },
      ],
      images: [
        {
          url: 'https://harbour.example/1.jpg',
          media: mediaName(1),
          alt: 'A small ferry at dusk',
          caption: 'The Marigold leaves Port Ellery on one of her last evening crossings.',
          credit: 'Photograph: Jory Penn / Coastline Pictures',
          width: 1200,
          height: 720,
        },
        {
          url: 'https://harbour.example/2.jpg',
          media: mediaName(2),
          alt: 'The pier seen from the water',
          caption: 'The pier was built for the ferry in 1932.',
          credit: 'Port Ellery Archive',
          width: 900,
          height: 600,
        },
      ],
      related: [
        {
          title: 'School meals to be cooked in the villages again',
          teaser:
            'Four kitchens reopen after Easter, and the council has asked the fishing boats to supply them on Fridays. Parents …',
          url: 'https://harbour.example/meals',
          articleId: articleId(8),
          from: 'publisher',
          why: null,
          ready: true,
        },
        {
          title: 'The harbour wall: who pays when the sea comes over?',
          teaser:
            'Insurers have drawn a new line on the map, and half of Quay Street lies on the wrong side of it …',
          url: 'https://harbour.example/wall',
          articleId: null,
          from: 'publisher',
          why: null,
          ready: false,
        },
        {
          title: 'Grain prices fall for a fifth month as rivers rise again',
          teaser: 'Barges wait at the locks, and millers buy where they can …',
          url: null,
          articleId: articleId(2),
          from: 'library',
          why: 'Both about: ferry, council, winter',
          ready: true,
        },
      ],
      versions: [
        { at: '2024-02-29T14:40:00.000Z', changes: 'The last paragraph names the date of the appeal.' },
      ],
      comments: [
        {
          author: 'Wen',
          published: '2024-02-29T13:40:00.000Z',
          text: 'My grandmother sold tickets on the first one.',
          parent: null,
        },
        {
          author: 'Idris',
          published: '2024-02-29T13:55:00.000Z',
          text: 'Is there a picture of her at the booth? The archive is asking for some.',
          parent: 0,
        },
        {
          author: null,
          published: null,
          text: 'Four pounds a passenger is less than the bus loses.',
          parent: null,
        },
      ],
    },
  },
  ...TOPICS.map(([feedId, title], at): Draft => ({
    title,
    feedId,
    hours: 3 + at * 5,
    html: SHORT(title + '.'),
    change: {
      ...(at % 2 === 0 ? { thumbnail: mediaName(3 + at) } : {}),
      ...(at === 0
        ? {
            keyPoints: [
              {
                text: 'There is little to add and much to remember.',
                from: 'extracted',
                start: 190,
                end: 234,
              },
            ],
          }
        : {}),
      ...(at === 2 ? { status: { read: true, starred: true, saved: false } } : {}),
      ...(at === 3 ? { status: { read: true, starred: false, saved: true } } : {}),
    },
  })),
  {
    title: 'المكتبة العامة تفتح أبوابها ليلًا بعد آلاف التوقيعات',
    feedId: 'alnahr',
    hours: 6,
    html: ARABIC,
    change: { language: 'ar', direction: 'rtl', section: ['ثقافة'], byline: 'ليلى حداد' },
  },
  {
    title: '一日六本だけの駅が、来月で百年になる',
    feedId: 'kumo',
    hours: 9,
    html: JAPANESE,
    change: { language: 'ja' },
  },
]

/** The library's articles, newest first; `extra` more of them, made up, for long lists. */
export function makeArticles(extra = 40): ArticleDetail[] {
  const more = Array.from({ length: extra }, (_, at): Draft => {
    const [feedId, title] = TOPICS[at % TOPICS.length] ?? ['meridian', 'Untitled']
    return {
      title: `${title} (${String(at + 1)})`,
      feedId,
      hours: 26 + at * 1.7,
      html: SHORT(title),
      change: at % 3 ? {} : { status: { read: true, starred: false, saved: false } },
    }
  })
  return [...DRAFTS, ...more]
    .map((draft, at) => makeArticle(draft, at + 1))
    .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
}

function makeArticle({ title, feedId, hours, html, change }: Draft, number: number): ArticleDetail {
  // htmlparser2's tree has other names for the same links.
  const text = readBodyText(asTextNode(parseDocument(html) as unknown as ForeignNode)).text
  const time = new Date(NOW - hours * HOUR).toISOString()
  return {
    articleId: articleId(number),
    feedId,
    feedTitle: FEEDS.find((one) => one.feedId === feedId)?.title ?? feedId,
    title,
    url: `https://${feedId}.example/${String(number)}`,
    published: time,
    arrived: time,
    author: null,
    excerpt: text.slice(0, 180),
    thumbnail: null,
    status: { read: false, starred: false, saved: false },
    readiness: { text: 'page', images: [0, 0], related: [0, 0], comments: 'none' },
    ready: true,
    highlightCount: 0,
    readingMinutes: Math.max(1, Math.round(text.length / 1100)),
    story: null,
    storyParts: [],
    byline: null,
    siteName: null,
    section: [],
    updated: null,
    lead: null,
    html: html as SafeHtml,
    text,
    language: 'en',
    direction: 'auto',
    keyPoints: [],
    images: [],
    related: [],
    comments: [],
    commentsUrl: null,
    enclosures: [],
    categories: [],
    versions: [],
    highlights: [],
    missing: [],
    ...change,
  }
}

interface ForeignNode {
  readonly type: string
  readonly name?: string
  readonly data?: string
  readonly children?: readonly ForeignNode[]
  readonly next?: ForeignNode | null
}

function asTextNode(node: ForeignNode): TextDomNode {
  return {
    nodeType: node.type === 'text' ? 3 : 1,
    nodeName: node.name ?? '#document',
    nodeValue: node.data ?? null,
    get firstChild() {
      const first = node.children?.[0]
      return first ? asTextNode(first) : null
    },
    get nextSibling() {
      return node.next ? asTextNode(node.next) : null
    },
  }
}

export function rowOf(detail: ArticleDetail): ArticleRow {
  const { articleId: id, feedId, feedTitle, title, url, published, arrived, author, excerpt } = detail
  const { thumbnail, status, readiness, ready, highlights, readingMinutes } = detail
  return {
    articleId: id,
    feedId,
    feedTitle,
    title,
    url,
    published,
    arrived,
    author,
    excerpt,
    thumbnail,
    status,
    readiness,
    ready,
    highlightCount: highlights.length,
    readingMinutes,
    story: detail.story,
  }
}
