/** Videos, sounds, posts and other frames of a page become titled cards with a link: a body shows nothing from the network. */
import { absoluteUrl } from '../../contract/absolute-url'
import { makeElement, makeText, type HtmlElement, type HtmlNode, type HtmlParent } from './html-tree'
import { attribute, findElements, findFirst, foldSpace, removeNode, replaceNode } from './walk-html'

interface Provider {
  readonly pattern: RegExp
  readonly name: string
  /** The page to open, from the frame's address; the frame's own address when absent. */
  readonly page?: (match: RegExpExecArray) => string
  /** A picture to show, where its address can be told. */
  readonly picture?: (match: RegExpExecArray) => string
}

const PROVIDERS: readonly Provider[] = [
  {
    pattern:
      /^https?:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/|youtu\.be\/)([\w-]{11})/,
    name: 'YouTube',
    page: ([, id = '']) => `https://www.youtube.com/watch?v=${id}`,
    picture: ([, id = '']) => `https://i.ytimg.com/vi/${id}/hqdefault.jpg`,
  },
  {
    pattern: /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/,
    name: 'Vimeo',
    page: ([, id = '']) => `https://vimeo.com/${id}`,
  },
  {
    pattern: /^https?:\/\/(?:www\.|geo\.)?dailymotion\.com\/(?:embed\/video\/|player\S*[?&]video=)(\w+)/,
    name: 'Dailymotion',
    page: ([, id = '']) => `https://www.dailymotion.com/video/${id}`,
  },
  {
    pattern: /^https?:\/\/open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/,
    name: 'Spotify',
    page: ([, path = '']) => `https://open.spotify.com/${path}`,
  },
  { pattern: /^https?:\/\/w\.soundcloud\.com\/player/, name: 'SoundCloud' },
  { pattern: /^https?:\/\/(?:www\.)?(?:twitter|x)\.com\/\w+\/status\/\d+/, name: 'X (Twitter)' },
  { pattern: /^https?:\/\/(?:www\.)?instagram\.com\/(?:p|reel|tv)\/[\w-]+/, name: 'Instagram' },
  {
    pattern: /^https?:\/\/(?:www\.)?facebook\.com\/(?:plugins\/(?:video|post)|[^/]+\/(?:posts|videos)\/)/,
    name: 'Facebook',
  },
  { pattern: /^https?:\/\/(?:www\.)?tiktok\.com\/(?:@[\w.]+\/video|embed)\//, name: 'TikTok' },
  { pattern: /^https?:\/\/(?:www\.)?ted\.com\/|^https?:\/\/embed\.ted\.com\//, name: 'TED' },
  { pattern: /^https?:\/\/(?:www\.)?google\.\w+\/maps|^https?:\/\/maps\.google/, name: 'Google Maps' },
  {
    pattern:
      /^https?:\/\/(?:embed\.podcasts\.apple\.com|\w+\.simplecast\.com|embed\.acast\.com|player\.megaphone\.fm|art19\.com|www\.buzzsprout\.com)\//,
    name: 'Podcast',
  },
  { pattern: /^https?:\/\/(?:player\.)?twitch\.tv\//, name: 'Twitch' },
  {
    pattern:
      /^https?:\/\/(?:archive\.org\/embed|codepen\.io|gist\.github\.com|jsfiddle\.net|datawrapper\.dwcdn\.net|flo\.uri\.sh|public\.flourish\.studio|players\.brightcove\.net|content\.jwplatform\.com)\//,
    name: 'Embed',
  },
]

/**
 * Changes the tree in place: known frames, players and quoted posts become cards; unknown frames go. An unknown object is
 * its fallback, in which often a known frame stands.
 */
export function turnEmbedsIntoCards(tree: HtmlParent, baseUrl: string | null): void {
  const embeds = findElements(tree, (element) =>
    /^(?:iframe|amp-youtube|amp-iframe|video|audio|object|embed)$/.test(element.tagName),
  )
  for (const embed of embeds) {
    const card = cardOf(embed, baseUrl)
    if (card) replaceNode(embed, card)
    else if (embed.tagName === 'object') replaceNode(embed, ...embed.childNodes)
    else removeNode(embed)
  }
}

function cardOf(embed: HtmlElement, baseUrl: string | null): HtmlNode | null {
  if (embed.tagName === 'video' || embed.tagName === 'audio') return mediaCard(embed, baseUrl)
  const url = absoluteUrl(sourceOf(embed), baseUrl ?? 'https://embed.invalid/')
  if (url === null) return null
  for (const provider of PROVIDERS) {
    const match = provider.pattern.exec(url)
    if (!match) continue
    return card({
      url: provider.page?.(match) ?? url,
      label: labelOf(embed, provider.name),
      picture: provider.picture?.(match) ?? null,
    })
  }
  return null
}

const SOURCE_NAMES = ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data-cmp-src', 'data']

function sourceOf(embed: HtmlElement): string | null {
  const youtube = embed.tagName === 'amp-youtube' ? attribute(embed, 'data-videoid') : null
  if (youtube) return `https://www.youtube.com/embed/${youtube}`
  const values = SOURCE_NAMES.map((name) => attribute(embed, name))
  return values.find((value) => value && !/^(?:about|data|javascript):/i.test(value)) ?? null
}

/** The frame's own title where it says more than that it is a frame. */
function labelOf(embed: HtmlElement, provider: string): string {
  const title = foldSpace(attribute(embed, 'title') ?? '')
  const bare = title === '' || /^(?:youtube|vimeo|video|embedded|twitter|iframe)\b.{0,20}$/i.test(title)
  return bare ? provider : `${title} (${provider})`
}

function mediaCard(media: HtmlElement, baseUrl: string | null): HtmlNode | null {
  const source = findFirst(media, (element) => element.tagName === 'source')
  const url = absoluteUrl(attribute(media, 'src') ?? (source ? attribute(source, 'src') : null), baseUrl)
  const poster = absoluteUrl(attribute(media, 'poster'), baseUrl)
  if (url === null) return poster === null ? null : makeElement('img', { src: poster, alt: '' })
  const title = foldSpace(attribute(media, 'title') ?? attribute(media, 'aria-label') ?? '')
  return card({
    url,
    label: title === '' ? (media.tagName === 'video' ? 'Video' : 'Audio') : title,
    picture: poster,
  })
}

function card({
  url,
  label,
  picture,
}: {
  readonly url: string
  readonly label: string
  readonly picture: string | null
}): HtmlElement {
  // One paragraph: Readability takes blocks of a picture and a link for advertisements.
  const shown = picture === null ? [] : [makeElement('img', { src: picture, alt: label })]
  return makeElement('p', { class: 'embed' }, [
    makeElement('a', { href: url }, [...shown, makeText(`▶ ${label}`)]),
  ])
}
