/** The article as it stands in the frame, from the dateline to the related articles. */
import { memo } from 'react'
import type { ArticleDetail } from '../../contract/article'
import type { Highlight } from '../../contract/highlight'
import { wording } from '../text/wording'
import { articleDirection } from './article-direction'
import { ArticleBodyView } from './article-body-view'
import { ArticleHeader } from './article-header'
import { ArticleNotes } from './article-notes'
import { CommentList } from './comment-list'
import { KeyPoints } from './key-points'
import { MissingLine } from './missing-line'
import { RelatedArticles } from './related-articles'
import { StoryVersions } from './story-versions'
import type { ShownText } from './shown-text'

export interface ArticlePageProps {
  readonly detail: ArticleDetail
  readonly onShown: (shown: ShownText) => void
  readonly onImage: (source: string) => void
  readonly onHighlight: (highlight: Highlight) => void
  readonly onPassage: (start: number, end: number) => void
  readonly onHighlightPassage: (start: number, end: number) => void
}

export const ArticlePage = memo(function ArticlePage(props: ArticlePageProps) {
  const { detail, onShown, onImage, onHighlight, onPassage, onHighlightPassage } = props
  return (
    <article className="sheet" lang={detail.language ?? undefined} dir={articleDirection(detail)}>
      <ArticleHeader detail={detail} />
      <KeyPoints points={detail.keyPoints} onPassage={onPassage} onHighlightPassage={onHighlightPassage} />
      <Lead detail={detail} />
      <ArticleBodyView detail={detail} onShown={onShown} onImage={onImage} />
      {detail.readiness.text === 'none' && detail.html === '' ? (
        <p className="no-text">{wording.reader.noText}</p>
      ) : null}
      <MissingLine detail={detail} />
      <ArticleNotes detail={detail} onHighlight={onHighlight} />
      <StoryVersions parts={detail.storyParts} />
      <RelatedArticles related={detail.related} />
      <CommentList detail={detail} />
    </article>
  )
})

/** The lead stands apart only when the body does not begin with it. */
function Lead({ detail: { lead, text } }: { readonly detail: ArticleDetail }) {
  if (lead === null || text.includes(lead.slice(0, 80))) return null
  return (
    <p className="lead" dir="auto">
      {lead}
    </p>
  )
}
