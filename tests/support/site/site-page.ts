/** Writes an article's page with the structure of an ordinary news site: everything the reader wants, between much they do not. */
import type { SiteArticle, SitePicture } from './site-article'

/** Chosen so that a teaser is clipped in the middle of a sentence, as news sites do. */
const TEASER_LENGTH = 78

export function articlePath(slug: string): string {
  return `/articles/${slug}.html`
}

export function picturePath(name: string): string {
  return `/pictures/${name}.png`
}

export function teaserOf(article: SiteArticle): string {
  const cut = article.lead.slice(0, TEASER_LENGTH)
  return `${cut.slice(0, cut.lastIndexOf(' '))}...`
}

/** @param related the articles under "Related Articles", in order */
export function articlePage(article: SiteArticle, related: readonly SiteArticle[]): string {
  const [first, second] = article.pictures
  const [opening = '', ...rest] = article.paragraphs
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${text(article.title)} - The Marrowby Post</title>
<meta property="og:site_name" content="The Marrowby Post">
<meta property="og:title" content="${text(article.title)}">
<meta property="article:published_time" content="${article.published}">
${first ? `<meta property="og:image" content="${picturePath(first.name)}">` : ''}
<link rel="alternate" type="application/rss+xml" title="The Marrowby Gazette" href="/feeds/gazette.rss">
<script>window.tracked = true</script>
<script src="/script/tracker.js"></script>
</head>
<body>
<header class="site-header"><div class="current-date">${dateline(article.published)}</div>
<nav class="menu"><a href="/">Home</a> <a href="/local">Local</a> <a href="/sky">Sky</a> <a href="/about">About</a></nav></header>
<main>
<nav class="breadcrumb" aria-label="Breadcrumb"><a href="/">Home</a> / <a href="/${article.section.toLowerCase()}">${article.section}</a> / <span>${text(article.title)}</span></nav>
<article class="post">
<h1 class="entry-title">${text(article.title)}</h1>
<div class="byline">By <span class="author" rel="author">${text(article.author)}</span></div>
<div class="entry-content">
<ul class="key-points">
${article.keyPoints.map((point) => `<li>${text(point)}</li>`).join('\n')}
</ul>
<p>${text(article.lead)}</p>
${first ? eagerFigure(first) : ''}
<p>${text(opening)}</p>
<div class="advertisement"><a href="https://ads.invalid/click"><img src="/pixel.gif?reader=1" width="1" height="1" alt=""></a></div>
${rest.map((paragraph, index) => `<p>${text(paragraph)}</p>${index === 1 && second ? lazyFigure(second) : ''}`).join('\n')}
</div>
<div class="share"><a href="https://social.invalid/share">Share</a></div>
</article>
<section id="respond" class="comments"><h2>Leave a comment</h2><h3>Leave a Reply</h3>
<form action="/comment" method="post"><p>Your email address will not be published. Required fields are marked *</p>
<textarea name="comment"></textarea><input name="email"><button>Post Comment</button></form></section>
<section class="related-articles"><h2>Related Articles</h2>
${related.map(relatedCard).join('\n')}
</section>
</main>
<footer>The Marrowby Post. All rights reserved.</footer>
</body>
</html>
`
}

/** The same article as a feed carries it whole: no page around it, addresses relative to the site. */
export function articleContent(article: SiteArticle): string {
  const figures = article.pictures.map(eagerFigure)
  const [opening = '', ...rest] = article.paragraphs
  return [
    `<p>${text(article.lead)}</p>`,
    figures[0] ?? '',
    `<p>${text(opening)}</p>`,
    ...rest.map((paragraph) => `<p>${text(paragraph)}</p>`),
    ...figures.slice(1),
  ].join('\n')
}

function eagerFigure(picture: SitePicture): string {
  return figure(
    picture,
    `<img src="${picturePath(picture.name)}" alt="${text(picture.alt)}" width="640" height="400">`,
  )
}

/** The picture's address stands where only a script would look for it. */
function lazyFigure(picture: SitePicture): string {
  const nothing = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
  return figure(
    picture,
    `<img class="lazy" src="${nothing}" data-src="${picturePath(picture.name)}" alt="${text(picture.alt)}" width="640" height="400">`,
  )
}

function figure(picture: SitePicture, image: string): string {
  return `<figure class="wp-caption">${image}<figcaption>${text(picture.caption)} <span class="credit">(${text(picture.credit)})</span></figcaption></figure>`
}

function relatedCard(article: SiteArticle): string {
  return `<div class="related-card"><h3><a href="${articlePath(article.slug)}">${text(article.title)}</a></h3><p>${text(teaserOf(article))}</p></div>`
}

/** As the model page writes it: "Thursday, 29 February 2024". */
export function dateline(published: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(new Date(published))
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`
}

export function text(plain: string): string {
  return plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
