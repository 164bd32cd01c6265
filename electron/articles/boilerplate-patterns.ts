/** How sites name what stands around an article, as data for remove-boilerplate.ts. All in lower case, tested on class and id. */

const word = (names: string): RegExp => new RegExp(`(?:^|[\\s_-])(?:${names})(?=$|[\\s_-])`)

/** Blocks that never hold article text, whatever their length. */
export const NEVER_TEXT = word(
  'share|sharing|shares|sharebar|share-?(?:bar|buttons?|links?|tools|this|box|icons)|social|socials|social-?(?:media|share|sharing|links|icons|buttons|bar|tools)|addthis|addtoany|a2a|sharedaddy|sd-sharing|' +
    'newsletter|newsletters|newsletter-?(?:signup|form|box|subscribe|widget|promo|cta)|mc_embed_signup|mailchimp|email-?signup|signup-?form|sign-?up|subscribe|subscription|subscribe-?(?:box|form|cta)|' +
    'ad|ads|advert|adverts|advertisement|advertising|adsense|adslot|ad-?(?:slot|unit|container|wrapper|box|block|label|banner|placeholder)|google-?ads?|dfp|sponsored|' +
    'cookie|cookies|cookie-?(?:banner|bar|notice|consent|law)|gdpr|consent|onetrust|' +
    'breadcrumb|breadcrumbs|pagination|pager|page-?nav|post-?navigation|nav-?links|skip-?link|skiplinks|toolbar|article-?tools|story-?tools|print-?(?:button|link|tools)|' +
    'popup|modal|lightbox|overlay|paywall-?(?:overlay|prompt|banner)|piano-?(?:container|offer)|donate|donation|support-?us|app-?(?:promo|banner|download)|follow-?us|' +
    'disqus|disqus_thread|fb-comments|livefyre|respond|comment-?form|comment-?respond|reply-?form|leave-?comment|screen-reader-text|off-?screen|sr-only|visually-?hidden|visuallyhidden|noprint|no-print|hidden-?print|' +
    'most-?(?:read|popular|viewed|shared|commented)|breaking-?news|news-?ticker|ticker|rollover|popover|trending|popular-?posts|latest-?(?:news|posts|stories)|recent-?posts|tag-?cloud|outbrain|taboola|zergnet|mgid|revcontent',
)

/** Blocks around the article that could, by a clumsy name, also be the article: they go when they hold little running text. */
export const SELDOM_TEXT = word(
  'comments?|comments?-?(?:area|section|list|container|wrapper|thread|block|count|link)|commentlist|discussion|sidebar|side-?bar|rail|right-?rail|footer|site-?footer|masthead|site-?header|navbar|navigation|nav|menu|' +
    'tags|tag-?(?:list|links)|post-?tags|entry-?tags|article-?tags|categories|cat-?links|topics|keywords|' +
    'author-?(?:box|bio|info|card|block|description|about|profile|area|details|section)|about-?(?:the-)?author|bio|post-?author|vcard|abh_box|' +
    'promo|promos|promotion|teaser|teasers|teaser-?list|widget|widgets|recirc|recirculation|carousel|slider|callout|cta|banner|poll|quiz|survey|feedback|rating|ratings|review-?stars|' +
    'copyright|disclaimer|legal|license|credits|correction-?form|report-?(?:error|a-?typo)|reprints?|toc|table-?of-?contents|jump-?links|partners?|events?|jobs|shop|product-?list|buy-?box|byline|post-?meta|entry-?meta|article-?meta|meta|dateline|timestamp|post-?date',
)

/** Roles and elements of the page's frame. */
export const FRAME_ELEMENTS: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'form',
  'button',
  'dialog',
  'menu',
  'select',
  'textarea',
  'input',
  'fieldset',
])
export const FRAME_ROLES =
  /^(?:navigation|complementary|contentinfo|banner|dialog|alertdialog|search|menu|menubar|toolbar|tablist|form)$/

/** Lines of a few words that belong to the page and not to the article, in many languages; tested on the whole text of a block. */
export const PAGE_LINE = new RegExp(
  '^(?:' +
    [
      'advertisements?|advertising|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità|reklama?|реклама|annonce|advertentie|广告|広告|[\\[［【](?:pr|ｐｒ|ad|広告)[\\]］】]|article continues below(?: advertisement)?|story continues below(?: advertisement)?|continue reading(?: below| the main story)?|skip advertisement|scroll to continue(?: reading)?|loading(?:\\.{3}|…)?',
      '(?:share|tweet|pin|print|e-?mail|save|like|follow|copy link|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|comments?|teilen|drucken|merken|partager|imprimer|compartir|condividi|stampa|dela|del|jaa|udostępnij|поделиться)(?:[\\s|,·•/]+(?:share|tweet|pin|print|e-?mail|save|like|follow|copy link|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|comments?|on|via|this|article|story|it|to|link|\\d+)){0,12}',
      '(?:share|email|print|save|bookmark) (?:this|the)(?: (?:article|story|page|post))?(?: (?:on|via|with) .{1,40})?:?|share on (?:facebook|twitter|whatsapp|linkedin|reddit|pinterest|x|email)|(?:click|tap) (?:here )?to (?:share|subscribe|sign up|print|email|tweet|expand|enlarge|play).{0,60}',
      '(?:please )?(?:sign up|subscribe|register) (?:here )?(?:to|for|now).{0,120}(?:newsletters?|e-?mails?|updates?|alerts?|channel|podcast|briefing|inbox).{0,80}|get (?:the|our) .{0,80}(?:newsletter|inbox|app|briefing).{0,80}|(?:follow|like|find|join) us on .{0,80}|follow .{2,60} on (?:twitter|facebook|instagram|x|google news|telegram).{0,60}|download (?:the|our) .{0,40}app.{0,60}',
      '(?:\\d+\\s*)?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|kommentarer|комментари\\p{L}+)(?:\\s*\\(?\\d*\\)?)?|(?:leave|post|add|write) a (?:comment|reply)|comments are closed\\.?|be the first to comment.{0,20}|view comments|show comments|join the (?:conversation|discussion).{0,20}',
      '(?:last )?(?:updated|modified|published|posted)(?: on| at)?:?.{4,60}\\d.{0,20}|(?:\\d+ )?min(?:ute)?s? read|reading time:?.{0,20}|\\d+ shares?|\\d+ views?',
      '(?:©|\\(c\\)|copyright).{0,160}|all rights reserved\\.?.{0,120}|alle rechte vorbehalten\\.?|tous droits réservés\\.?|todos los derechos reservados\\.?',
      '(?:back )?to (?:the )?top|nach oben|skip to (?:main )?content|view (?:gallery|image|photos?|all).{0,20}|enlarge(?: image)?|image (?:copyright|caption|source)|hide caption|toggle caption|image \\d+ of \\d+|\\d+ of \\d+|photo gallery|more photos|play video|watch video|video|listen(?: now)?|listen to (?:this )?(?:article|story)',
      '[-–—\\s]*(?:adverts?|anzeige|werbung)[-–—\\s]*|media (?:playback is unsupported on your device|caption.{0,120})|this slideshow requires javascript\\.?|first published:?.{0,60}|post comment.{0,10}|release date:?.{0,40}|weiterempfehlen|zurück(?: zur .{2,30})?|(?:click|tap) here (?:to|for) .{2,80}|have a tip\\?.{0,150}|.{3,40} contributed to this (?:report|story|article)\\.?|this entry was posted.{0,150}|(?:möchten sie den artikel|diesen artikel) teilen\\??|if you enjoyed reading.{0,160}|you can follow .{3,80} on (?:twitter|x|facebook).{0,80}|(?:follow|like) .{2,60} on (?:twitter|facebook|instagram|social media).{0,160}|want more .{2,40}\\? get a subscription.{0,150}',
      // A day alone may head a part of a chronicle; with the minute or the word for "updated" it is the page's.
      '\\d{4}年\\d{1,2}月\\d{1,2}日(?:[(（].[)）])?\\s?(?:\\d{1,2}[時:]\\d{1,2}分?(?:\\s?(?:更新|公開|配信|掲載))?|更新|公開|配信|掲載)',
      'tags?:.{0,200}|filed under:?.{0,200}|categories:.{0,200}|topics?:.{0,200}|keywords?:.{0,200}|schlagw(?:ort|örter):.{0,200}|mots[- ]clés:.{0,200}|etiquetas:.{0,200}',
    ].join('|') +
    ')$',
  'iu',
)

/** Headings after which a page goes on with other things than the article; what follows them at its end goes too. */
export const END_HEADING =
  /^(?:\d+ (?:responses?|comments?|replies|thoughts?|kommentare?|commentaires?|comentarios?) ?(?:to|on|zu|sur|sobre)?\b.{0,200}|(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|комментарии|отзывы|leave a (?:reply|comment)|post a comment|schreibe einen kommentar|laisser un commentaire|deja un comentario)(?: ?\(?\d*\)?)?|schon gelesen\??|empfohlene beiträge|weiterführende(?:r)? links?|zum weiterlesen|das könnte (?:sie|dich) auch interessieren.{0,20}|about the author|über den autor|more (?:great |top )?.{0,25}(?:stories|articles)|more from .{2,40}|most (?:read|popular|viewed)|latest (?:news|stories|posts)|breaking news|trending(?: now)?|popular (?:posts|stories)|top stories|recommended(?: for you)?|related(?: (?:articles?|stories|posts|news|coverage|links?|content).{0,60})?|you may also like|sign up for .{2,80}|subscribe to .{2,80})$/i

/** Headings of a list of other articles, sure enough to end an article that is shorter than the list. */
export const RELATED_HEADING =
  /^(?:(?:you (?:may|might|will|'ll) (?:also )?(?:like|enjoy|be interested in)|read (?:next|also)|more (?:to read|stories)|related (?:articles|posts|stories)|das könnte (?:sie|dich|euch) (?:auch )?interessieren|auch interessant|mehr zum thema|vous aimerez (?:aussi|peut-être)|(?:à lire|lire) aussi|sur le même sujet|(?:(?:también )?(?:te|le) (?:puede|podría)|quizás te pueda) (?:también )?(?:interesar|gustar)|(?:você )?(?:também )?pode(?:rá)? (?:também )?(?:gostar|interessar)|potrebbe(?:ro)? (?:anche )?interessarti|leggi anche|lees ook|læs også|les også|läs (?:också|även)|zobacz (?:też|również|także)|czytaj (?:też|również|także)|читайте также)\b.{0,40})$/iu
