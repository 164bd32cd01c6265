/** Related articles as cards: the publisher's, then those of the library with the reason shown. */
import type { RelatedLink } from '../../contract/article'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'

export function RelatedArticles({ related }: { readonly related: readonly RelatedLink[] }) {
  const publisher = related.filter(({ from }) => from === 'publisher')
  const library = related.filter(({ from }) => from === 'library')
  if (related.length === 0) return null
  return (
    <section className="related" aria-label={wording.reader.related}>
      <h2>{wording.reader.related}</h2>
      <Cards title={library.length > 0 ? wording.reader.fromPublisher : null} links={publisher} />
      <Cards title={wording.reader.fromLibrary} links={library} />
    </section>
  )
}

function Cards({ title, links }: { readonly title: string | null; readonly links: readonly RelatedLink[] }) {
  if (links.length === 0) return null
  return (
    <>
      {title === null ? null : <h3>{title}</h3>}
      <ul className="cards">
        {links.map((link) => (
          <li key={link.articleId ?? link.url ?? link.title}>
            <Card link={link} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Card({ link }: { readonly link: RelatedLink }) {
  const openRelated = useApp((state) => state.openRelated)
  const openExternal = useApp((state) => state.openExternal)
  const { articleId, url } = link
  const go = () => {
    if (articleId) void openRelated(articleId)
    else if (url) void openExternal(url)
  }
  return (
    <button type="button" className="card" onClick={go}>
      <span className="card-title" dir="auto">
        {link.title}
      </span>
      {link.teaser ? (
        <span className="card-teaser" dir="auto">
          {link.teaser}
        </span>
      ) : null}
      <span className="card-place">
        <Place link={link} />
      </span>
    </button>
  )
}

/** Where the article is, or what it shares with the open one; the words are of its script, the label of ours. */
function Place({ link: { articleId, why } }: { readonly link: RelatedLink }) {
  if (articleId === null) return wording.reader.opensInBrowser
  if (why === null) return wording.reader.readyHere
  return (
    <>
      <bdi>{wording.reader.inCommon}</bdi> <bdi>{why}</bdi>
    </>
  )
}
