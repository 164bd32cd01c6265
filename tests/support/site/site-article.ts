/** What the site's articles are made of; pages and feeds are both written from it, so a test knows what must be stored. */

export interface SitePicture {
  readonly name: string
  readonly alt: string
  readonly caption: string
  /** Photographer or agency. */
  readonly credit: string
}

export interface SiteArticle {
  readonly slug: string
  readonly section: string
  readonly title: string
  readonly author: string
  /** ISO 8601. */
  readonly published: string
  /** The publisher's own bullets, three of them. */
  readonly keyPoints: readonly string[]
  readonly lead: string
  readonly paragraphs: readonly string[]
  readonly pictures: readonly SitePicture[]
  /** Slugs of the articles under "Related Articles". */
  readonly related: readonly string[]
  /** A word that stands in this article's body and nowhere else on the site. */
  readonly rareWord: string
}
